import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  _electron,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  type Locator,
  type Page,
} from 'playwright';
import { test as base, expect } from 'playwright/test';

/** The running program as a test drives it, whichever host shows it. */
export interface App {
  readonly page: Page;
  readonly electron: ElectronApplication | null;
  /** The data folder, for what is done from a terminal meanwhile. */
  readonly data: string;
  /** A second window, or a second tab. */
  openAnother(): Promise<Page>;
  /** Quits and starts again on the same data, with further words on the command line. */
  restart(...words: string[]): Promise<void>;
  /** Ends the program without warning, as when the power fails, and starts again on the same data. */
  killAndRestart(): Promise<void>;
  /** Quits, has the terminal do something with the same data, with further variables of its environment, and starts again. */
  command(words: string[], env?: Record<string, string>): Promise<void>;
  /** Starts the program a second time on the same data and waits for that one's end; answers its exit code. */
  startBeside(...words: string[]): Promise<number | null>;
}

interface Running {
  page: Page;
  electron: ElectronApplication | null;
  openAnother(): Promise<Page>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Flags without which Chromium cannot run as root in a container, and a camera that is always there. */
export const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--use-fake-device-for-media-stream',
];

/** A command of the terminal, to its end. */
export function clinic(words: string[], env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const command = spawn(process.execPath, ['main/cli.ts', ...words], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    command.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${words[0]} ended with ${code}`))));
  });
}

/** What the electron package says when Node asks it. */
const electronProgram = () => createRequire(import.meta.url)('electron') as string;

const electronWords = (folder: string) => [
  '.',
  ...flags,
  `--data=${join(folder, 'data')}`,
  `--user-data-dir=${join(folder, 'device')}`,
];

async function startElectron(folder: string, words: string[]): Promise<Running> {
  // Without `executablePath` the driver takes the electron package's own choice and holds `ready` back until it listens.
  const electron = await _electron.launch({
    args: [...electronWords(folder), ...words],
  });
  const page = await electron.firstWindow();
  return {
    page,
    electron,
    async openAnother() {
      const opened = electron.waitForEvent('window');
      await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('newWindow')?.click());
      return opened;
    },
    stop: () => closeOrKill(electron),
    kill: () => ended(electron.process(), 'SIGKILL'),
  };
}

/** Quits; a window that asks about unsaved changes after a failed test is not waited for. */
export async function closeOrKill(electron: ElectronApplication): Promise<void> {
  const patience = setTimeout(() => electron.process().kill('SIGKILL'), 10_000);
  await electron.close();
  clearTimeout(patience);
}

async function startBrowser(folder: string): Promise<Running> {
  const server = spawn(process.execPath, ['main/cli.ts', 'serve', '--no-open', '--data', join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyAddress(server);
  const context: BrowserContext = await chromium.launchPersistentContext(join(folder, `profile-${server.pid}`), {
    executablePath: process.env.CLINIC_CHROMIUM ?? '',
    // A browser would ask the user; Electron asks our own main, so there the question stays.
    args: [...flags, '--use-fake-ui-for-media-stream'],
    viewport: { width: 1280, height: 800 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return {
    page,
    electron: null,
    async openAnother() {
      const another = await context.newPage();
      await another.goto(new URL('/', url).href);
      return another;
    },
    async stop() {
      await context.close();
      await ended(server, 'SIGTERM');
    },
    async kill() {
      await ended(server, 'SIGKILL');
      await context.close();
    },
  };
}

/** Sends a signal and waits for the end. */
async function ended(process: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const end = new Promise((resolve) => process.once('exit', resolve));
  process.kill(signal);
  await end;
}

export function readyAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!server.stdout) return reject(new Error('the server has no output'));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const address = /^Clinic Desk is ready at (\S+)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

export const test = base.extend<{ app: App }>({
  app: async ({ browserName: _ }, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'clinic-e2e-'));
    const start = (...words: string[]) =>
      info.project.name === 'electron' ? startElectron(folder, words) : startBrowser(folder);
    let running = await start();
    const app: App = {
      get page() {
        return running.page;
      },
      get electron() {
        return running.electron;
      },
      data: join(folder, 'data'),
      openAnother: () => running.openAnother(),
      async restart(...words) {
        await running.stop();
        running = await start(...words);
      },
      async killAndRestart() {
        await running.kill();
        running = await start();
      },
      async command(words, env) {
        await running.stop();
        await clinic([...words, '--data', join(folder, 'data')], env);
        running = await start();
      },
      startBeside: (...words) =>
        new Promise((resolve) => {
          const beside = spawn(electronProgram(), [...electronWords(folder), ...words]);
          beside.once('exit', resolve);
        }),
    };
    await use(app);
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Clicks what saves a file and gives the file's text; Electron would ask where to, so the test says it. */
export async function savedBy({ page, electron }: App, file: string, button: Locator): Promise<string> {
  if (!electron) {
    const download = page.waitForEvent('download');
    await button.click();
    await (await download).saveAs(file);
  } else {
    const place = (path: string) =>
      electron.evaluate(({ session }, to) => {
        session.defaultSession.once('will-download', (_event, item) => item.setSavePath(to));
      }, path);
    await place(file);
    await button.click();
    await expect.poll(() => existsSync(file) && readFileSync(file).length > 0).toBe(true);
  }
  return readFileSync(file, 'utf8');
}
