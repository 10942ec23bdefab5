import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, connect as openSocket } from 'node:net';

/** A server of the system's that a test has started on loopback. */
export interface TestServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Programs that are to be taken for absent, so that tests can be tried without them. */
const without = (process.env.CLINIC_TEST_WITHOUT ?? '').split(',');

/** True when the program is there; otherwise says loudly what is not tried. */
export function has(program: string, what: string): boolean {
  if (existsSync(program) && !without.includes(program)) return true;
  process.stderr.write(`\n*** ${program} IS NOT INSTALLED: ${what} IS NOT TESTED ***\n\n`);
  return false;
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
