import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sandboxFlags } from './electron.ts';

const ROUNDS = 9;
const LONGEST_MS = 30_000;

/** How long two programs take until their window has its first data, in milliseconds, and how the second compares with the first. */
export interface Compared {
  first: number;
  second: number;
  ratio: number;
}

/**
 * Starts two programs in several rounds and takes the medians. Each round starts both, now this one first and now that one,
 * and the ratio is taken within it: whatever else the machine does meanwhile falls on both.
 */
export async function compareStarts(first: string[], second: string[]): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-start-'));
  const start = {
    first: () => startOnce(first, join(folder, 'first')),
    second: () => startOnce(second, join(folder, 'second')),
  };
  try {
    const rounds: Compared[] = [];
    // The first round makes the database and fills the system's caches; it does not count.
    for (let round = 0; round <= ROUNDS; round++) {
      const order = round % 2 === 0 ? (['first', 'second'] as const) : (['second', 'first'] as const);
      const took = { first: 0, second: 0 };
      for (const which of order) took[which] = await start[which]();
      if (round > 0) rounds.push({ ...took, ratio: took.second / took.first });
    }
    const middle = (of: keyof Compared) => median(rounds.map((round) => round[of]));
    return { first: middle('first'), second: middle('second'), ratio: middle('ratio') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

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
