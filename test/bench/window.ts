import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type Page } from 'playwright';
import { WebSocket } from 'ws';
import { programRoot } from '#main/root.ts';
import { credentials } from './clinic.ts';
import { percentile } from './measure.ts';

/** What a person at the real window waits for, in milliseconds. */
export interface WindowFigures {
  /** From the start of the process to a sign-in that takes typing, medians of several starts. */
  start: number;
  /** An Electron window with an empty page, to compare with. */
  emptyWindow: number;
  /** From a keystroke in the patients' search to the painted results. */
  keystroke: { p50: number; p95: number };
}

const STARTS = 7;
const flags = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [];

/** Measures the real window over the data folder of a benchmark size. */
export async function measureWindow(executable: string, patients: number): Promise<WindowFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-window-'));
  try {
    const ours = [
      programRoot,
      ...flags,
      `--data=${join(programRoot, 'bench-data', String(patients))}`,
      `--user-data-dir=${join(folder, 'device')}`,
    ];
    const empty = [emptyApp(folder), ...flags, `--user-data-dir=${join(folder, 'empty-device')}`];
    const [starts, empties]: [number[], number[]] = [[], []];
    for (let round = 0; round < STARTS; round += 1) {
      starts.push(await timeToUse(executable, ours, 'input'));
      empties.push(await timeToUse(executable, empty, 'body'));
    }
    const keystroke = await measureKeystrokes(ours);
    return { start: percentile(starts, 0.5), emptyWindow: percentile(empties, 0.5), keystroke };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An Electron app that shows a window with nothing in it. */
function emptyApp(folder: string): string {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(
    join(folder, 'main.cjs'),
    "const { app, BrowserWindow } = require('electron');\napp.whenReady().then(() => new BrowserWindow({ width: 1360, height: 860 }).loadURL('data:text/html,<title>empty</title><body>'));\n",
  );
  return folder;
}

/**
 * Milliseconds from starting the process to the largest paint of its page, which is the one with the form. Nothing drives
 * the start: the page is asked for its own times when it is over.
 */
async function timeToUse(executable: string, args: string[], selector: string): Promise<number> {
  const port = 9300 + Math.floor(Math.random() * 500);
  const startedAt = Date.now();
  const child = spawn(executable, [...args, `--remote-debugging-port=${port}`], { stdio: 'ignore' });
  try {
    const socket = await pageOf(port);
    await askUntil(socket, `document.querySelector(${JSON.stringify(selector)}) !== null`);
    const paintedAt = Number(await ask(socket, `(${largestPaint.toString()})()`));
    socket.close();
    return paintedAt - startedAt;
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  }
}

/** Nobody listens there so far. */
function notYet(error: unknown): null {
  if (error instanceof TypeError) return null;
  throw error;
}

/** The debugging channel of the window's page, as soon as there is one. */
async function pageOf(port: number): Promise<WebSocket> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(notYet);
    const targets = answer?.ok ? ((await answer.json()) as Array<{ type: string; webSocketDebuggerUrl: string }>) : [];
    const page = targets.find(({ type }) => type === 'page');
    if (page) {
      const socket = new WebSocket(page.webSocketDebuggerUrl);
      await once(socket, 'open');
      return socket;
    }
    await sleep(50);
  }
  throw new Error('the window has no page');
}

/** What an expression gives in the page; undefined while the page is not there yet. */
async function ask(socket: WebSocket, expression: string): Promise<unknown> {
  const params = { expression, awaitPromise: true, returnByValue: true };
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
  for (;;) {
    const [message] = (await once(socket, 'message')) as [Buffer];
    const answer = JSON.parse(message.toString()) as { id?: number; result?: { result?: { value?: unknown } } };
    if (answer.id === 1) return answer.result?.result?.value;
  }
}

async function askUntil(socket: WebSocket, condition: string): Promise<void> {
  while ((await ask(socket, condition)) !== true) await sleep(50);
}

/** In the page: when its largest paint so far was, in milliseconds since 1970; an empty page has painted once it is loaded. */
function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    const loaded = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
    const fallback = setTimeout(() => resolve(performance.timeOrigin + (loaded?.loadEventEnd ?? 0)), 500);
    new PerformanceObserver((list) => {
      clearTimeout(fallback);
      resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? 0));
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

async function measureKeystrokes(args: string[]): Promise<WindowFigures['keystroke']> {
  const app = await _electron.launch({ args });
  const page = await app.firstWindow();
  await signIn(page);
  await page.getByRole('link', { name: 'Patients', exact: true }).click();
  const times: number[] = [];
  for (const text of ['smith john', 'garcia', 'mar lee', 'nguyen t', 'okafor', 'anna schm', '1984', 'p-0048'])
    times.push(...(await typeAndTime(page, text)));
  await app.close();
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

async function signIn(page: Page): Promise<void> {
  const someoneElse = page.getByRole('button', { name: 'Someone else' });
  await page.waitForSelector('input');
  if (await someoneElse.isVisible()) await someoneElse.click();
  await page.getByLabel('Username').fill(credentials.username);
  await page.getByLabel(/^Password(?: \*)?$/).fill(credentials.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
}

interface BenchPage {
  keystrokes: number[];
}

/** Types letter by letter; for each, the time from its key event to the frame after the list has changed for it. */
async function typeAndTime(page: Page, text: string): Promise<number[]> {
  const field = page.getByRole('textbox', { name: 'Search patients' });
  await field.fill('');
  await page.waitForTimeout(300);
  await field.evaluate(watchKeystrokes);
  await field.focus();
  for (const [typed, letter] of [...text].entries()) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForFunction((count) => (window as unknown as BenchPage).keystrokes.length > count, typed, {
      timeout: 5_000,
    });
  }
  return page.evaluate(() => (window as unknown as BenchPage).keystrokes);
}

/** In the page: notes for every key how long it took until the list in sight was the one for what then stood in the field. */
function watchKeystrokes(field: SVGElement | HTMLElement): void {
  const input = field as HTMLInputElement;
  const bench = window as unknown as BenchPage;
  bench.keystrokes = [];
  input.onkeydown = ({ timeStamp }) => {
    const check = () => {
      const shown = document.querySelector('[data-results-for]')?.getAttribute('data-results-for');
      if (shown !== input.value.trim()) return requestAnimationFrame(check);
      return requestAnimationFrame(() => setTimeout(() => bench.keystrokes.push(performance.now() - timeStamp)));
    };
    requestAnimationFrame(check);
  };
}
