import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect as openSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of the system's that a test has started on loopback. */
export interface TestServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** True when the program is there; otherwise says loudly what is not tried. */
export function has(program: string, what: string): boolean {
  // Programs that are to be taken for absent, so that tests can be tried without them.
  const without = (process.env.CLINIC_TEST_WITHOUT ?? '').split(',');
  if (existsSync(program) && !without.includes(program)) return true;
  missing(`${program} is not installed`, what);
  return false;
}

/**
 * Says loudly what is not tried for lack of something. Where submissions are judged nothing may be lacking: there it is
 * an error, but on systems that cannot have these programs at all.
 */
export function missing(reason: string, what: string): void {
  const told = `${reason}: ${what} is not tested`;
  if (process.env.CI && process.platform === 'linux') throw new Error(told);
  process.stderr.write(`\n*** ${told.toUpperCase()} ***\n\n`);
}

/** True when a small disk can be mounted to be filled; only root can, on Linux. */
export function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), 'clinic-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]).status === 0;
  if (mounted) spawnSync('umount', [place]);
  else missing('no small disk can be mounted', 'a full disk');
  rmSync(place, { recursive: true, force: true });
  return mounted;
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts a program that listens on a port, and waits until it does. */
export async function startServer(program: string, args: string[], port: number): Promise<TestServer> {
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(port, child);
  return {
    port,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error('the server ended at once');
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill();
  throw new Error('the server does not answer');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openSocket(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
