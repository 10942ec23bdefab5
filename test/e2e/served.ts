import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'playwright/test';
import { type ClientOptions, WebSocket } from 'ws';
import { clinic, readyAddress } from './app.ts';

const MEGABYTE = 1024 * 1024;

/** How the browser host is started, where a test needs it otherwise. */
interface Start {
  /** Of made-up patients that are there from the start. */
  patients?: number;
  /** A module that is loaded before the program. */
  module?: string;
  /** The most files and sockets the system lets it have open. */
  mostFiles?: number;
}

/** The browser host as its own process, as `clinic serve` starts it, for what no page would do to it. */
export class Served {
  readonly #folder = mkdtempSync(join(tmpdir(), 'clinic-served-'));
  readonly data = join(this.#folder, 'data');
  #process: ChildProcess | null = null;
  #address = new URL('http://127.0.0.1');
  #cookie = '';
  /** What it said on its error output. */
  said = '';
  #ended: Promise<number | null> = Promise.resolve(null);

  async start({ patients, module, mostFiles }: Start = {}): Promise<void> {
    if (patients) await clinic(['demo', '--patients', String(patients), '--data', this.data]);
    const words = ['main/cli.ts', 'serve', '--no-open', '--data', this.data];
    const command = [process.execPath, ...(module ? ['--import', module] : []), ...words];
    const limited = mostFiles ? ['/bin/sh', '-c', `ulimit -n ${mostFiles}; exec "$@"`, 'sh', ...command] : command;
    const [program = '', ...args] = limited;
    await this.#run(program, args);
    this.#cookie = await this.#admit();
  }

  /** Starts it as `npm start` does, which looks after it; the module is loaded into the host too. */
  async startKept(module: string): Promise<void> {
    const env = { NODE_OPTIONS: `--import ${module}` };
    await this.#run(process.execPath, ['scripts/start.ts', '--browser', '--no-open', '--data', this.data], env);
  }

  /** Waits until whoever looks after the host has started it once more. */
  async readyAgain(): Promise<void> {
    if (this.#process) this.#address = new URL(await readyAddress(this.#process));
  }

  async #run(program: string, args: string[], env: Record<string, string> = {}): Promise<void> {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    this.#process = child;
    child.stderr.on('data', (text) => {
      this.said += text;
    });
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    this.#address = new URL(await readyAddress(child));
  }

  get origin(): string {
    return this.#address.origin;
  }

  /** What the page's own requests carry. */
  get headers(): Record<string, string> {
    return { origin: this.origin, cookie: this.#cookie };
  }

  /** The exit code; waits for the end. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  signal(name: NodeJS.Signals): void {
    this.#process?.kill(name);
  }

  /** Answers whether the page is served: the host lives and is well. */
  async answers(): Promise<boolean> {
    const page = await fetch(this.origin);
    return page.ok && (await page.text()).includes('<title>Clinic Desk</title>');
  }

  /** Sends a signal to the host itself where something else has started it. */
  signalHost(name: NodeJS.Signals): void {
    const child = execFileSync('pgrep', ['-P', String(this.#process?.pid), '-f', 'main/cli.ts'], { encoding: 'utf8' });
    process.kill(Number(child), name);
  }

  /** A web socket as a page opens it. */
  async channel(options: ClientOptions = {}): Promise<WebSocket> {
    const socket = new WebSocket(`${this.origin.replace('http', 'ws')}/rpc`, { headers: this.headers, ...options });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.on('error', () => undefined);
    return socket;
  }

  /** A bare connection, for what is no HTTP. */
  async socket(): Promise<Socket> {
    const socket = connect(Number(this.#address.port), '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return socket.on('error', () => undefined);
  }

  /** How often the log says something. */
  logged(text: string): number {
    return readFileSync(join(this.data, 'logs', 'clinic-desk.log'), 'utf8').split(text).length - 1;
  }

  /** Memory the process holds, in megabytes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.#process?.pid}/status`, 'utf8');
    return (Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024) / MEGABYTE;
  }

  async close(): Promise<void> {
    this.#process?.kill('SIGTERM');
    await this.#ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Trades the one-time secret for the cookie, as the page does. */
  async #admit(): Promise<string> {
    const secret = this.#address.hash.replace('#secret=', '');
    const answer = await fetch(new URL('/session', this.origin), {
      method: 'POST',
      headers: { origin: this.origin },
      body: JSON.stringify({ secret }),
    });
    return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }
}

export const test = base.extend<{ served: Served }>({
  served: async ({ browserName: _ }, use) => {
    const served = new Served();
    await use(served);
    await served.close();
  },
});
