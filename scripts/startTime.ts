import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sandboxFlags } from './electron.ts';

const ROUNDS = 9;
const LONGEST_MS = 30_000;

/**
 * Milliseconds until the window of each of two programs has its first data, the fastest of
 * several rounds in turn: what else the machine does only ever adds.
 */
export async function fastestStart(first: string[], second: string[]): Promise<[number, number]> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-start-'));
  try {
    const times: [number[], number[]] = [[], []];
    // The first round makes the database and fills the system's caches; it does not count.
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = [await startOnce(first, join(folder, 'first')), await startOnce(second, join(folder, 'second'))];
      if (round > 0) pair.forEach((time, index) => void times[index as 0 | 1].push(time));
    }
    return [Math.min(...times[0]), Math.min(...times[1])];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce([program = '', ...words]: string[], folder: string): Promise<number> {
  const started = Date.now();
  const args = [
    ...words,
    ...sandboxFlags,
    '--disable-gpu',
    `--data=${join(folder, 'data')}`,
    `--user-data-dir=${folder}`,
  ];
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return (await readyAt(join(folder, 'data', 'logs', 'clinic-desk.log'), started)) - started;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** When the log says that the window is there and has asked for its first data, whichever came last. */
async function readyAt(log: string, since: number): Promise<number> {
  while (Date.now() - since < LONGEST_MS) {
    const times = existsSync(log) ? milestones(readFileSync(log, 'utf8'), since) : [];
    if (times.length === 2) return Math.max(...times);
    await pause(20);
  }
  throw new Error('The program did not start.');
}

function milestones(log: string, since: number): number[] {
  const lines = log
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as { time: string; msg: string; procedure?: string })
    .filter(({ time }) => Date.parse(time) >= since);
  const seen = [
    lines.find(({ msg }) => msg === 'window shown'),
    lines.find(({ procedure }) => procedure === 'accounts.start'),
  ];
  return seen.flatMap((line) => (line ? [Date.parse(line.time)] : []));
}
