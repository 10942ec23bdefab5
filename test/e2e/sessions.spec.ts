import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { type App, test } from './app.ts';
import { administrator, lookAt, openTable, setRules, setUpClinic, signIn, signOut, typePatient } from './steps.ts';

const PASSWORD = /^Password(?: \*)?$/;
const MINUTE = 60_000;

/** So much later by main's clock, as after a sleep: main only learns of it from the time of day. */
async function letPass({ electron, page }: App, milliseconds: number): Promise<void> {
  await electron?.evaluate((_electron, passed) => {
    const now = Date.now;
    Date.now = () => now() + passed;
  }, milliseconds);
  // Coming back to the window makes the page ask how it stands.
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel(PASSWORD).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
}

test.beforeEach(({ app }) => test.skip(app.electron === null, 'main’s clock is out of reach behind a browser'));

test('an idle place warns, locks though the page stands still, and gives back what was typed', async ({
  app,
}, info) => {
  const { page } = app;
  await setUpClinic(page);
  await typePatient(page);
  await page.waitForTimeout(1_000);

  const warning = page.getByRole('alert').filter({ hasText: 'Still there?' });
  await letPass(app, 4 * MINUTE + 40_000);
  await expect(warning).toBeVisible();
  await lookAt(page, 'idle', info.project.name);
  await page.keyboard.press('Shift');
  await expect(warning).toBeHidden();

  // From here on no timer of the page runs any more: it is main that says it.
  await page.evaluate(() => {
    window.setTimeout = (() => 0) as unknown as typeof setTimeout;
    window.setInterval = (() => 0) as unknown as typeof setInterval;
  });
  await app.electron?.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 10 * 60_000;
  });
  await expect(page.getByRole('heading', { name: 'Ada Moreau' })).toBeVisible({ timeout: 5_000 });
  expect(await page.content()).not.toContain('Hawthorne');

  await page.reload();
  await unlock(page);
  await expect(page.getByLabel('Family name')).toHaveValue('Hawthorne');
  await expect(page.getByLabel('Notes', { exact: true })).toHaveValue('Marked-for-nobody-else');
});

test('a session tells when it ends, and keeps what was typed for the next one', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await setRules(page, async () => {
    await page.getByLabel(/until a workstation locks/).fill('60');
    await page.getByLabel(/after which every session ends/).fill('1');
  });
  await signOut(page);
  await signIn(page);
  await typePatient(page);
  await page.waitForTimeout(1_000);

  await letPass(app, 51 * MINUTE);
  await expect(page.getByText(/You will be signed out at \d/)).toBeVisible();
  await lookAt(page, 'session-ends', info.project.name);
  await letPass(app, 10 * MINUTE);
  await expect(page.getByText(/Your session has ended/)).toBeVisible();
  expect(await page.content()).not.toContain('Hawthorne');
  await lookAt(page, 'session-ended', info.project.name);
  await signIn(page);
  await expect(page.getByLabel('Family name')).toHaveValue('Hawthorne');
});

test('something important asks for the password again after five minutes', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await setRules(page, () => page.getByLabel(/until a workstation locks/).fill('60'));
  await letPass(app, 6 * MINUTE);
  await openTable(page, 'Users');
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill('Poole');
  await page.getByLabel('Username').fill('mary');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Your password, please' });
  await expect(dialog.getByLabel(PASSWORD)).toBeFocused();
  await lookAt(page, 'fresh-password', info.project.name);
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('not the right password');
  await page.keyboard.type(administrator.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Poole', level: 1 })).toBeVisible();
});

test('whoever may and wants to stay signed in is still there after a restart', async ({ app }) => {
  await setUpClinic(app.page);
  await setRules(app.page, () => app.page.getByLabel('“Stay signed in” may be chosen').check());
  await app.restart();
  await expect(app.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await app.page.getByLabel(PASSWORD).fill(administrator.password);
  await app.page.getByLabel('Stay signed in on this computer').check();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();

  await app.restart();
  await expect(app.page.getByRole('heading', { name: 'Ada Moreau' })).toBeVisible();
  await unlock(app.page);
});
