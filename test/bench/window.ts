import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright';
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
export async function measureWindow(executablePath: string, patients: number): Promise<WindowFigures> {
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
      starts.push(await timeToUse(executablePath, ours, 'input[autocomplete="username"], input[type="password"]'));
      empties.push(await timeToUse(executablePath, empty, 'body'));
    }
    const keystroke = await measureKeystrokes(executablePath, ours);
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

/** Milliseconds from the process's own start until the first paint with the element on the page. */
async function timeToUse(executablePath: string, args: string[], selector: string): Promise<number> {
  const app = await _electron.launch({ executablePath, args });
  const page = await app.firstWindow();
  await page.waitForSelector(selector, { state: 'attached' });
  const visibleAt = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const [paint] = [
      ...performance.getEntriesByName('first-contentful-paint'),
      ...performance.getEntriesByName('first-paint'),
    ];
    return performance.timeOrigin + (paint?.startTime ?? performance.now());
  });
  const startedAt = await app.evaluate(() => process.getCreationTime() ?? 0);
  await app.close();
  return visibleAt - startedAt;
}

async function measureKeystrokes(executablePath: string, args: string[]): Promise<WindowFigures['keystroke']> {
  const app = await _electron.launch({ executablePath, args });
  const page = await app.firstWindow();
  await signIn(page);
  await page.getByRole('link', { name: 'Patients' }).click();
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

/** Types letter by letter; for each, the time from its key event to the frame after the list has changed for it. */
async function typeAndTime(page: Page, text: string): Promise<number[]> {
  const field = page.getByRole('searchbox', { name: 'Search patients' });
  await field.fill('');
  await page.waitForTimeout(300);
  await field.focus();
  const times: number[] = [];
  for (const letter of text) {
    const timed = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const input = document.activeElement as HTMLInputElement;
          input.addEventListener(
            'keydown',
            (event) => {
              const check = () => {
                const shown = document.querySelector('[data-results-for]')?.getAttribute('data-results-for');
                if (shown === input.value.trim())
                  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)));
                else requestAnimationFrame(check);
              };
              requestAnimationFrame(check);
            },
            { once: true },
          );
        }),
    );
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    times.push(await timed);
    await page.waitForTimeout(60);
  }
  return times;
}
