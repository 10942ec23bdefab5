import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import { flags, readyAddress } from './app.ts';
import { setUpClinic, signIn } from './steps.ts';

/** What becomes of what is being typed when the browser host is killed and started again. */

interface Host {
  page: Page;
  kill(): Promise<void>;
  /** Starts it again where it was, and opens its new address in another tab. */
  startAgain(): Promise<Page>;
}

const test = base.extend<{ host: Host }>({
  host: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'clinic-killed-'));
    let running: ChildProcess;
    const start = (port: string) => {
      const words = ['main/cli.ts', 'serve', '--no-open', '--port', port, '--data', join(folder, 'data')];
      running = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
      return readyAddress(running);
    };
    const kill = async () => {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGKILL');
      await ended;
    };
    const address = await start('0');
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: process.env.CLINIC_CHROMIUM ?? '',
      args: flags,
      viewport: { width: 1280, height: 800 },
    });
    const open = async (where: string) => {
      const page = await context.newPage();
      await page.goto(where);
      return page;
    };
    const page = await open(address);
    await use({ page, kill, startAgain: async () => open(await start(new URL(address).port)) });
    await context.close();
    await kill();
    rmSync(folder, { recursive: true, force: true });
  },
});

const familyName = (page: Page) => page.getByLabel('Family name');

async function typeWhileKilled({ page, kill }: Host): Promise<void> {
  await setUpClinic(page);
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await familyName(page).waitFor();
  await kill();
  await familyName(page).fill('Okafor');
  await page.getByLabel('Given name').fill('Ngozi');
  await page.getByLabel('Date of birth').fill('1984-03-12');
  await page.getByText('Female', { exact: true }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('main').getByText(/What you entered is still here/)).toBeVisible();
}

test('what was typed while the host was gone is in the form again after signing in', async ({ host }) => {
  const { page } = host;
  await typeWhileKilled(host);
  await host.startAgain();
  await page.bringToFront();
  await signIn(page);
  await expect(page.getByText('Restored what you were typing')).toBeVisible();
  await expect(familyName(page)).toHaveValue('Okafor');
});

test('nothing of what was typed while the host was gone is shown before signing in', async ({ host }) => {
  const { page } = host;
  await typeWhileKilled(host);
  await host.startAgain();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await expect(page.getByText(/Okafor|Ngozi/)).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
    'Okafor',
  );
});
