import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OUTPUT, PROGRAM } from './packages.ts';
import { run } from './shell.ts';

/** As root (containers) Chromium's sandbox cannot be set up. */
export const FLAGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const TITLE = 'Clinic Desk';

/** A screen that nobody sees, with a keyboard. */
export interface Screen {
  readonly display: string;
  close(): void;
}

/** Starts a screen of its own, so that nothing else stands on it. */
export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x950x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve) =>
    server.stdio[3]?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim())),
  );
  return { display: `:${number}`, close: () => void server.kill() };
}

/** The installed program on a screen, driven by keys as a person would: its fuses leave no other way in. */
export class Desktop {
  private readonly child: ChildProcess;
  private readonly env: Record<string, string | undefined>;

  /** `before` are words that run the program, such as those of a tracer. */
  constructor(screen: Screen, home: string, words: string[] = [], before: string[] = []) {
    this.env = { ...process.env, DISPLAY: screen.display, HOME: home };
    for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'WAYLAND_DISPLAY']) delete this.env[name];
    const [program = PROGRAM, ...rest] = [...before, PROGRAM, ...FLAGS, '--disable-gpu', ...words];
    this.child = spawn(program, rest, { env: this.env, stdio: 'ignore' });
  }

  /** Waits for a new window (or dialog) and gives it the keyboard. */
  async window(): Promise<void> {
    const old = this.focused;
    // The first start after an installation reads everything from a disk that is still busy writing it.
    const latest = Date.now() + 30_000;
    while (Date.now() < latest) {
      await pause(100);
      const [newest] = this.windows().filter((id) => id !== old);
      if (newest) return this.focus(newest);
    }
    throw new Error('No window came up.');
  }

  /** Waits for window and dialog, and gives the dialog, which is the smaller one, the keyboard. */
  async dialog(): Promise<void> {
    await pause(4000);
    const area = (id: string) => {
      const { stdout } = run('xdotool', ['getwindowgeometry', id], { env: this.env });
      const [, width = 0, height = 0] = /Geometry: (\d+)x(\d+)/.exec(stdout)?.map(Number) ?? [];
      return width * height;
    };
    const [smallest] = this.windows().sort((a, b) => area(a) - area(b));
    if (!smallest) throw new Error('No dialog came up.');
    await this.focus(smallest);
  }

  private focused = '';

  private windows(): string[] {
    return run('xdotool', ['search', '--onlyvisible', '--name', TITLE], { env: this.env })
      .stdout.split('\n')
      .filter(Boolean);
  }

  private async focus(id: string): Promise<void> {
    this.focused = id;
    run('xdotool', ['windowfocus', '--sync', id], { env: this.env });
    // What is in the window needs a moment more than its frame.
    await pause(1500);
  }

  async type(...lines: string[]): Promise<void> {
    for (const [index, text] of lines.entries()) {
      if (index > 0) await this.press('Tab');
      run('xdotool', ['type', '--delay', '15', text], { env: this.env });
    }
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      run('xdotool', ['key', key], { env: this.env });
      await pause(150);
    }
  }

  /** Keeps a picture of the screen. */
  async look(name: string): Promise<void> {
    await pause(700);
    const folder = join(OUTPUT, 'screens');
    mkdirSync(folder, { recursive: true });
    run('import', ['-window', 'root', join(folder, `${name}.png`)], { env: this.env });
  }

  async quit(): Promise<number | null> {
    await this.press('ctrl+q');
    return this.ended();
  }

  /** The exit code; a program that does not end is ended. */
  async ended(milliseconds = 10_000): Promise<number | null> {
    const { child } = this;
    if (child.exitCode !== null) return child.exitCode;
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const code = await Promise.race([exit, pause(milliseconds, 'late' as const)]);
    if (code !== 'late') return code;
    child.kill('SIGKILL');
    return null;
  }
}

/** A management command of the installed program, without any screen. */
export function command(words: string[], env: object = {}, input = '') {
  return run(PROGRAM, [...FLAGS, '--cli', ...words], { env: { DISPLAY: '', WAYLAND_DISPLAY: '', ...env }, input });
}
