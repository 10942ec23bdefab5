import { spawnSync } from 'node:child_process';

export interface Result {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, four minutes at most. */
export function run(command: string, args: string[], options: { env?: object; input?: string } = {}): Result {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 240_000,
    maxBuffer: 64 * 1024 ** 2,
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
  });
  return { status, stdout, stderr };
}

/** Runs a program that must succeed; answers its output. */
export function must(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
  return stdout.trim();
}

export const has = (program: string) => run('which', [program]).status === 0;
