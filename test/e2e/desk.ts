import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, chromium, type ElectronApplication, type Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import { freePort } from '#test/support/servers.ts';
import { closeOrKill, flags } from './app.ts';

/** What a dialog of the system's says. */
export interface Question {
  message: string;
  detail: string;
  buttons: string[];
}

interface Held {
  options: Partial<Question>;
  answer(value: object): void;
}

const DATA_IN_HOME = {
  win32: ['config', 'Clinic Desk', 'data'],
  darwin: ['Library', 'Application Support', 'Clinic Desk', 'data'],
}[process.platform as 'win32'] ?? ['share', 'clinic-desk'];

/** What `look` finds, as soon as it does: Electron can lose an answer while it is still loading the program. */
async function eventually<T>(what: string, look: () => Promise<T>, timeout = 10_000): Promise<NonNullable<T>> {
  const found: Array<NonNullable<T>> = [];
  await expect(async () => {
    const seen = await look();
    expect(seen, what).toBeTruthy();
    if (seen) found.push(seen);
  }).toPass({ timeout });
  const [first] = found;
  if (!first) throw new Error(`there is not ${what}`);
  return first;
}

/** The desktop app in a home of its own, as on a clinic's computer; the system's dialogs wait for the test. */
export class Desk {
  readonly home = mkdtempSync(join(tmpdir(), 'clinic-desk-'));
  /** Where the data lies unless somebody chooses otherwise. */
  readonly data = join(this.home, ...DATA_IN_HOME);
  /** Electron's own folder for the app. */
  readonly profile = join(this.home, 'config', 'Clinic Desk');
  private running: ElectronApplication | null = null;
  private exit: Promise<number | null> = Promise.resolve(null);
  private port = 0;

  get electron(): ElectronApplication {
    if (!this.running) throw new Error('the app is not running');
    return this.running;
  }

  /** Starts the app with further words on its command line; answers once Electron runs, with or without a window. */
  async start(words: string[] = [], env: Record<string, string> = {}): Promise<void> {
    // A port of its own, the same for the process that follows when the app starts itself again.
    this.port ||= await freePort();
    const loaded = ['-r', resolve('test/e2e/heldDialogs.cjs'), '.', ...flags];
    const own = [`--remote-debugging-port=${this.port}`, `--user-data-dir=${this.profile}`];
    const [config, share] = [join(this.home, 'config'), join(this.home, 'share')];
    const places = { HOME: this.home, APPDATA: config, XDG_CONFIG_HOME: config, XDG_DATA_HOME: share };
    this.running = await _electron.launch({
      args: [...loaded, ...own, ...words],
      env: { ...(process.env as Record<string, string>), ...places, ...env },
    });
    const started = this.running.process();
    this.exit = new Promise((done) => started.once('exit', done));
  }

  /** Waits for the app's own end; answers its exit code. */
  async ended(): Promise<number | null> {
    const code = await this.exit;
    this.running = null;
    return code;
  }

  async restart(words: string[] = []): Promise<void> {
    await closeOrKill(this.electron);
    await this.start(words);
  }

  /** The first window, once its menu is there too. */
  async page(): Promise<Page> {
    const page = await this.electron.firstWindow();
    const hasMenu = () => this.electron.evaluate(({ Menu }) => Menu.getApplicationMenu() !== null);
    await eventually('the menu', hasMenu);
    return page;
  }

  /** Takes an item of the application menu, over the first window. */
  async menu(id: string): Promise<void> {
    await this.electron.evaluate(({ BrowserWindow, Menu }, wanted) => {
      const [window] = BrowserWindow.getAllWindows();
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      if (!item) throw new Error(`there is no ${wanted} in the menu`);
      item.click({}, window, window?.webContents);
    }, id);
  }

  /** Waits for the next dialog and answers what it says. */
  async question(): Promise<Question> {
    const find = () => {
      const [first] = (globalThis as unknown as { held: Held[] }).held;
      return first ? { message: '', detail: '', buttons: [], ...first.options } : null;
    };
    const { message, detail, buttons } = await eventually('a dialog', () => this.electron.evaluate(find));
    return { message, detail, buttons };
  }

  /** Does a dialog wait for an answer now? */
  asks(): Promise<boolean> {
    return this.electron.evaluate(() => (globalThis as unknown as { held: Held[] }).held.length > 0);
  }

  /** Waits for the next dialog and presses one of its buttons; answers what it said. */
  async press(button: string): Promise<Question> {
    const question = await this.question();
    const response = question.buttons.indexOf(button);
    expect(response, `a button "${button}" among ${question.buttons.join(', ')}`).toBeGreaterThanOrEqual(0);
    await this.answer({ response });
    return question;
  }

  /** Waits for a dialog that asks for a file or folder, and names one; null closes it. */
  async choose(path: string | null): Promise<void> {
    await this.question();
    await this.answer({ filePaths: path ? [path] : [], filePath: path ?? '', canceled: path === null });
  }

  private answer(value: object): Promise<void> {
    return this.electron.evaluate((_, given) => {
      (globalThis as unknown as { held: Held[] }).held.shift()?.answer(given);
    }, value);
  }

  /** The window of the process that the app has started in its own place; to be closed by the test. */
  async afterwards(): Promise<Page> {
    await this.ended();
    const look = async () => {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${this.port}`);
      return browser.contexts()[0]?.pages()[0];
    };
    return eventually('a page of what has started again', look, 60_000);
  }

  async close(): Promise<void> {
    if (this.running) await closeOrKill(this.running);
    rmSync(this.home, { recursive: true, force: true });
  }
}

export const test = base.extend<{ desk: Desk }>({
  desk: async ({ browserName: _ }, use) => {
    const desk = new Desk();
    await use(desk);
    await desk.close();
  },
});

/** For what differs from system to system, or depends on the screen: it is tried where it can be looked at. */
export const onlyOnLinux = () => test.skip(process.platform !== 'linux', 'tried on Linux only');

/** Keeps a picture of a page. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('test-results/screenshots/electron', { recursive: true });
  await page.screenshot({ path: `test-results/screenshots/electron/${name}.png` });
}
