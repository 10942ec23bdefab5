import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { runClinic } from '#main/cli/program.ts';
import { programRoot } from '#main/root.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** A path for a data folder that does not exist yet. */
export const newFolder = () => join(mkdtempSync(join(tmpdir(), 'clinic-cli-')), 'data');

/** Runs a command in this process, which is much quicker than starting another one. */
export async function clinic(args: string[], options: { env?: Record<string, string> } = {}): Promise<Ran> {
  const [out, err] = [captured(process.stdout), captured(process.stderr)];
  for (const [name, value] of Object.entries({ CLINIC_PASSWORD: '', ...options.env })) vi.stubEnv(name, value);
  try {
    process.exitCode = undefined;
    await runClinic(args);
    return { code: Number(process.exitCode ?? 0), out: out.text(), err: err.text() };
  } finally {
    process.exitCode = undefined;
    vi.unstubAllEnvs();
    out.restore();
    err.restore();
  }
}

/** Runs the real command line as a person would, without a terminal. */
export function spawnClinic(args: string[], options: { stdin?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['main/cli.ts', ...args], {
    cwd: programRoot,
    env: { ...process.env, NODE_NO_WARNINGS: '1', CLINIC_PASSWORD: '', ...options.env },
  });
  child.stdin.end(options.stdin ?? '');
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** What a failed command owes: one line on stderr, nothing on stdout, exit code 1. */
export const failed = (line: RegExp) => ({
  code: 1,
  out: '',
  err: { asymmetricMatch: (text: string) => line.test(text) && /^[^\n]+\n$/.test(text), toString: () => String(line) },
});

function captured(stream: NodeJS.WriteStream) {
  let text = '';
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  return { text: () => text, restore: () => spy.mockRestore() };
}
