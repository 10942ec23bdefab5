import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { type Desk, test } from './desk.ts';
import { administrator, openTable, setRules, setUpClinic, signIn, signOut } from './steps.ts';

/** Who may take the data to another folder: a superuser who has just given the password, and nobody else. */

const MINUTE = 60_000;
const PASSWORD = /^Password(?: \*)?$/;

/** So much later by main's clock. */
const letPass = ({ electron }: Desk, milliseconds: number) =>
  electron.evaluate((_electron, passed) => {
    const now = Date.now;
    Date.now = () => now() + passed;
  }, milliseconds);

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Ada Moreau' })).toBeVisible();
}

test('File → Move the data does nothing while nobody is signed in, or the place is locked', async ({ desk }) => {
  await desk.start();
  const page = await desk.page();
  await desk.menu('moveData');
  expect((await desk.press('Close')).message).toBe('Sign in first');
  await setUpClinic(page);
  await signOut(page);
  await desk.menu('moveData');
  expect(await desk.press('Close')).toMatchObject({ message: 'Sign in first', buttons: ['Close'] });
  await signIn(page);
  await lock(page);
  await desk.menu('moveData');
  expect((await desk.press('Close')).message).toBe('Sign in first');
});

test('File → Move the data asks a superuser for the password, and leaves its trace', async ({ desk }) => {
  await desk.start();
  const page = await desk.page();
  await setUpClinic(page);
  await setRules(page, () => page.getByLabel(/until a workstation locks/).fill('60'));
  await letPass(desk, 6 * MINUTE);
  await desk.menu('moveData');
  const dialog = page.getByRole('dialog', { name: 'Your password, please' });
  await expect(dialog.getByLabel(PASSWORD)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await desk.asks()).toBe(false);

  await desk.menu('moveData');
  await dialog.getByLabel(PASSWORD).fill(administrator.password);
  await page.keyboard.press('Enter');
  await desk.press('Another folder, or existing data…');
  // Whoever comes back to the question much later has not given it freshly any more.
  await letPass(desk, 6 * MINUTE);
  const chosen = join(desk.home, 'elsewhere');
  mkdirSync(chosen);
  await desk.choose(chosen);
  await expect(page.getByText('Please give your password once more.')).toBeVisible();
  expect(readdirSync(chosen)).toEqual([]);

  await desk.menu('moveData');
  await dialog.getByLabel(PASSWORD).fill(administrator.password);
  await page.keyboard.press('Enter');
  await desk.press('Another folder, or existing data…');
  await desk.choose(chosen);
  await desk.press('Close');
  const again = await desk.afterwards();
  await signIn(again);
  await openTable(again, 'Audit');
  await expect(again.getByRole('row', { name: /Moved/ }).first()).toBeVisible();
  await again.close();
});
