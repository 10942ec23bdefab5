import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '#contract/index.ts';
import { programRoot } from '#main/root.ts';
import { ADMINISTRATOR } from './backend.ts';

export type Client = ContractRouterClient<Contract>;

/** A host in a process of its own, whose disk and descriptors a test takes away. */
export interface FaultyHost {
  readonly folder: string;
  readonly child: ChildProcess;
  /** A page's connection; all of them are the one browser that was let in. */
  connect(): Promise<Client>;
  /** Opens connections until the host has no descriptor left; answers how to close them. */
  useUpDescriptors(): Promise<() => void>;
  /** The lines of the log, parsed. */
  log(): Array<Record<string, unknown>>;
  /** Asks it to leave; answers its exit code and after how many milliseconds. */
  quit(): Promise<{ code: number | null; milliseconds: number }>;
  /** Ends it without asking, if it still runs. */
  kill(): Promise<void>;
}

/** Serves `folder` in a process of its own; `descriptors` are all that it may have open. */
export async function startHost(folder: string, { descriptors = 0 } = {}): Promise<FaultyHost> {
  const page = mkdtempSync(join(tmpdir(), 'clinic-page-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Clinic Desk</title>');
  const limit = descriptors ? `ulimit -n ${descriptors}; ` : '';
  const script = join(programRoot, 'test/support/serveFolder.ts');
  const child = spawn('bash', ['-c', `${limit}exec "$0" "$@"`, process.execPath, script, folder, page], {
    cwd: programRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = new URL(await firstAddress(child));
  const cookie = await redeem(url);
  const logFile = join(folder, 'logs', 'clinic-desk.log');
  return {
    folder,
    child,
    connect: () => connectTo(url, cookie),
    useUpDescriptors: () => connectUntilRefused(url),
    log: () => (existsSync(logFile) ? parseLines(readFileSync(logFile, 'utf8')) : []),
    async quit() {
      const begun = performance.now();
      child.kill('SIGTERM');
      const code = await ended;
      return { code, milliseconds: performance.now() - begun };
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      rmSync(page, { recursive: true, force: true });
    },
  };
}

/** The last line may not be written to its end. */
function parseLines(text: string): Array<Record<string, unknown>> {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function firstAddress(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      said += text;
      const found = /ready at (\S+)\n/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`the host ended: ${said}`)));
  });
}

async function redeem(url: URL): Promise<string> {
  const answer = await fetch(new URL('/session', url), {
    method: 'POST',
    headers: { origin: url.origin },
    body: JSON.stringify({ secret: url.hash.replace('#secret=', '') }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function connectTo(url: URL, cookie: string): Promise<Client> {
  const socket = new WebSocket(`ws://${url.host}/rpc`, { headers: { origin: url.origin, cookie } });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.on('error', reject);
  });
  return createORPCClient(new RPCLink({ websocket: socket as never }));
}

/** Plain connections that say nothing; the one that is closed at once found no descriptor. */
async function connectUntilRefused(url: URL): Promise<() => void> {
  const open: Socket[] = [];
  for (;;) {
    const socket = connect(Number(url.port), url.hostname);
    open.push(socket);
    const isTaken = await new Promise<boolean>((resolve) => {
      socket.once('close', () => resolve(false));
      socket.on('error', () => resolve(false));
      socket.once('connect', () => setTimeout(() => resolve(true), 50));
    });
    if (!isTaken) break;
  }
  return () => {
    for (const socket of open) socket.destroy();
  };
}

/** A host whose clinic is set up, and the connection of its administrator. */
export async function startFaultyClinic(folder: string, options: { descriptors?: number } = {}) {
  const host = await startHost(folder, options);
  const admin = await host.connect();
  await admin.accounts.setup({ clinicName: 'Harbour Street Clinic', administrator: ADMINISTRATOR });
  return { host, admin };
}

/** Makes system calls of a running process fail as `inject` says (see strace(1)) until it is lifted. */
export async function injectFaults(pid: number, inject: string): Promise<{ lift(): Promise<void> }> {
  const strace = spawn('strace', ['-f', '-p', String(pid), '-e', `inject=${inject}`, '-o', '/dev/null'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => strace.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on('data', (text: Buffer) => text.includes('attached') && resolve());
    strace.once('exit', (code) => reject(new Error(`strace ended with ${code}`)));
  });
  return {
    async lift() {
      strace.kill('SIGINT');
      await ended;
    },
  };
}

/** True where a small disk of its own can be mounted for a test. */
export function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), 'clinic-mount-'));
  try {
    const disk = smallDisk(place, '64k');
    disk.unmount();
    return true;
  } catch {
    process.stderr.write('\n*** NO SMALL DISK CAN BE MOUNTED: A FULL DISK IS NOT TESTED ***\n\n');
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** A real disk of this size, in memory. */
export function smallDisk(place: string, size: string): { unmount(): void } {
  mkdirSync(place, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place], { stdio: 'ignore' });
  return { unmount: () => void execFileSync('umount', ['-l', place]) };
}
