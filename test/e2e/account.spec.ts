import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { type App, test } from './app.ts';
import { administrator, lookAt, openAccount, openMenu, setUpClinic, signIn, signOut, typePatient } from './steps.ts';

const colleague = { given: 'Jonas', family: 'Weber', username: 'jonas', password: 'copper-meadow-violin-77' };
const PASSWORD = /^Password(?: \*)?$/;

async function unlock(page: Page): Promise<void> {
  await page.getByLabel(PASSWORD).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
}

/** Whether a text is anywhere in what the page holds in memory. */
async function isInHeap(page: Page, text: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  let found = false;
  let before = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    found ||= (before + chunk).includes(text);
    before = chunk.slice(-text.length);
  });
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return found;
}

test('a locked place forgets what it showed, and an unlocked one has it back', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await typePatient(page);
  const scrolled = await page.getByRole('main').evaluate((main) => main.scrollTop);
  expect(scrolled).toBeGreaterThan(100);
  expect(await isInHeap(page, 'Marked-for-nobody-else')).toBe(true);

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Ada Moreau' })).toBeVisible();
  await expect(page.getByLabel(PASSWORD)).toBeFocused();
  await lookAt(page, 'locked', info.project.name);
  expect(await page.content()).not.toContain('Hawthorne');
  expect(await page.title()).toBe('Clinic Desk');
  expect(await isInHeap(page, 'Marked-for-nobody-else')).toBe(false);

  await page.getByLabel(PASSWORD).fill('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('not the right password');
  await unlock(page);
  await expect(page.getByLabel('Notes', { exact: true })).toHaveValue('Marked-for-nobody-else');
  await expect(page.getByLabel('Family name')).toHaveValue('Hawthorne');
  await expect(page.getByLabel('Notes', { exact: true })).toBeFocused();
  await expect.poll(() => page.getByRole('main').evaluate((main) => main.scrollTop)).toBe(scrolled);
  await lookAt(page, 'restored', info.project.name);

  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByLabel('Family name')).toHaveValue('');
});

test('what is typed survives a killed window, and signing out asks once', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await typePatient(page);
  await page.waitForTimeout(1_000);
  const other = await app.openAnother();
  await other.getByRole('link', { name: 'Patients' }).first().click();
  await other.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await other.keyboard.press('n');
  await expect(other.getByText('Restored what you were typing.')).toBeVisible();
  await expect(other.getByLabel('Family name')).toHaveValue('Hawthorne');
  await other.getByRole('button', { name: 'Discard it' }).click();

  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByLabel('Family name')).toHaveValue('Hawthorne');
  await page.getByRole('link', { name: 'Dashboard' }).first().click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByRole('heading', { name: /, Ada$/ })).toBeVisible();
  await typePatient(page);
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(page.getByText('You are signed out.', { exact: true })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

const hireColleague = (app: App) =>
  app.command(
    [
      'createsuperuser',
      ...['--username', colleague.username, '--given-name', colleague.given, '--family-name', colleague.family],
      ...['--email', 'jonas@clinic.example', '--as', administrator.username],
    ],
    { CLINIC_PASSWORD: colleague.password, CLINIC_SUPERUSER_PASSWORD: administrator.password },
  );

test('a colleague takes over a locked place; what the first one typed waits for them', async ({ app }, info) => {
  await setUpClinic(app.page);
  await hireColleague(app);
  await signIn(app.page);
  const { page } = app;
  await typePatient(page);
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Lock now' }).click();
  await page.getByRole('button', { name: 'Somebody else signs in' }).click();
  await lookAt(page, 'taking-over', info.project.name);
  await page.getByRole('button', { name: 'Back to the locked workstation' }).click();
  await page.getByRole('button', { name: 'Somebody else signs in' }).click();
  await signIn(page, colleague);
  expect(new URL(page.url()).pathname).toBe('/');
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Family name')).toHaveValue('');
  await page.getByRole('button', { name: /Jonas Weber: your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await signIn(page);
  await expect(page.getByText('Restored what you were typing.')).toBeVisible();
  await expect(page.getByLabel('Family name')).toHaveValue('Hawthorne');
});

test('one changes one’s own account, profile and password', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await openAccount(page, 'Profile');
  await lookAt(page, 'account-profile', info.project.name);
  const profile = page.getByRole('form', { name: 'Profile' });
  await profile.getByLabel('Job title').fill('Practice manager');
  await profile.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved').first()).toBeVisible();
  const account = page.getByRole('form', { name: 'Account' });
  await account.getByLabel('Phone').fill('01632 960 001');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved').nth(1)).toBeVisible();
  await page.reload();
  await expect(profile.getByLabel('Job title')).toHaveValue('Practice manager');
  await expect(account.getByLabel('Phone')).toHaveValue('01632 960 001');

  await openAccount(page, 'Sign-in and security');
  const form = page.getByRole('region', { name: 'Password' });
  await form.getByLabel('Current password').fill(administrator.password);
  await form.getByLabel(/^New password/).fill('short');
  await form.getByLabel(/^Password again/).fill('short');
  await expect(form.getByText('Use at least 15 characters.')).toBeVisible();
  await lookAt(page, 'account-security', info.project.name);
  await form.getByLabel(/^New password/).fill(colleague.password);
  await form.getByLabel(/^Password again/).fill(colleague.password);
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await openAccount(page, 'Sessions');
  await expect(page.getByText('This one')).toBeVisible();
  await expect(page.getByText('Signed in').first()).toBeVisible();
  await lookAt(page, 'account-sessions', info.project.name);
  await openAccount(page, 'Preferences');
  await page.getByLabel('Start page').selectOption('/patients');
  await expect(page.getByText('Saved').first()).toBeVisible();
  await lookAt(page, 'account-preferences', info.project.name);

  await signOut(page);
  await signIn(page, { ...administrator, password: colleague.password });
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await expect(page.getByText(/Last sign-in: today/)).toBeVisible();
});

test('who has forgotten a password asks for help, and waits after too many tries', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await signOut(page);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await expect(page.getByLabel('Username')).toHaveValue(administrator.username);
  await page.getByRole('button', { name: 'Tell the administrators' }).click();
  await expect(page.getByText('The administrators have been told.')).toBeVisible();
  await lookAt(page, 'forgotten', info.project.name);
  await page.getByLabel(/^Reset code/).fill('AAAA-BBBB-CCCC');
  await page.getByLabel(/^New password/).fill(colleague.password);
  await page.getByLabel(/^Password again/).fill(colleague.password);
  await page.getByRole('button', { name: 'Set the new password' }).click();
  await expect(page.getByText(/Ask an administrator for a new one/)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();

  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  for (let round = 0; round < 6; round += 1) {
    await page.getByLabel(PASSWORD).fill(`wrong ${round}`);
    await button.click();
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).not.toHaveAttribute('data-loading');
  }
  await expect(page.getByText(/Try again in \d s\./)).toBeVisible();
  await expect(page.getByText('You can try again now.')).toBeVisible();
  await page.getByLabel(PASSWORD).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/asks for a new password/)).toBeVisible();
});
