import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { administrator, lookAt, openTable, setRules, setUpClinic, signIn, signOut } from './steps.ts';

const PASSWORD = /^Password(?: \*)?$/;
const NEW_PASSWORD = /^New password/;
const mary = { given: 'Mary', family: 'Poole', username: 'mary', password: 'copper-meadow-violin-77' };
const jonas = { given: 'Jonas', family: 'Weber', username: 'jonas', password: 'granite-sailing-teapot-31' };

const askForAccount = (page: Page) => page.getByRole('button', { name: 'Ask for an account' });

const letRegister = (page: Page, policy: string) =>
  setRules(page, () =>
    page
      .getByRole('radiogroup', { name: 'People may register themselves' })
      .getByLabel(policy, { exact: true })
      .check(),
  );

/** The form of somebody who has no account yet, from the sign-in page. */
async function register(page: Page, who: typeof mary): Promise<void> {
  await askForAccount(page).click();
  await page.getByLabel('Given name').fill(who.given);
  await page.getByLabel('Family name').fill(who.family);
  await page.getByLabel('Username').fill(who.username);
  await page.getByLabel(PASSWORD).fill(who.password);
  await page.getByLabel(/^Password again/).fill(who.password);
}

/** Gives name and password; what comes of it is the test's to say. */
async function tryToSignIn(page: Page, username: string, password: string): Promise<void> {
  const someoneElse = page.getByRole('button', { name: 'Someone else' });
  if (await someoneElse.isVisible()) await someoneElse.click();
  await page.getByLabel('Username').fill(username);
  await page.getByLabel(PASSWORD).fill(password);
  await page.keyboard.press('Enter');
}

test('people register themselves as far as the clinic lets them', async ({ app }, info) => {
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);

  await test.step('not at all, at first', async () => {
    await signOut(page);
    await expect(page.getByLabel(PASSWORD)).toBeVisible();
    await expect(askForAccount(page)).toHaveCount(0);
  });

  await test.step('with an administrator’s approval', async () => {
    await signIn(page);
    await letRegister(page, 'With approval');
    await signOut(page);
    await register(page, mary);
    await lookAt(page, 'register', host);
    await page.getByRole('button', { name: 'Ask for the account' }).click();
    await expect(page.getByText(/An administrator has to approve your account/)).toBeVisible();
    await tryToSignIn(page, mary.username, mary.password);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('The username or the password is not right.');
    await signIn(page);
    await expect(page.getByText('Mary Poole has registered and waits for approval.')).toBeVisible();
    await openTable(page, 'Users');
    await page.getByRole('checkbox', { name: 'Select Mary Poole' }).click();
    await page.getByRole('button', { name: 'Activate', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click();
    await expect(page.getByText('1 user may sign in.')).toBeVisible();
    await signOut(page);
    await signIn(page, mary);
    await signOut(page);
  });

  await test.step('and at once, where that is open', async () => {
    await signIn(page);
    await letRegister(page, 'Yes');
    await signOut(page);
    await register(page, jonas);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Your account is ready. Sign in now.')).toBeVisible();
    await signIn(page, jonas);
    await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0);
  });
});

test('a new colleague comes in with a first password, and later with a reset code', async ({ app }, info) => {
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await openTable(page, 'Users');
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill(mary.family);
  await page.getByLabel('Username').fill(mary.username);
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Set password' }).click();
  const dialog = page.getByRole('dialog', { name: /Set password/ });
  await dialog.getByLabel('New password').fill('temporary-orchid-bridge-58');
  await dialog.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('The password is set.')).toBeVisible();
  await signOut(page);

  await test.step('the first password only leads to a password of one’s own', async () => {
    await tryToSignIn(page, mary.username, 'temporary-orchid-bridge-58');
    await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible();
    await lookAt(page, 'first-password', host);
    await page.getByLabel(/^Current password/).fill('temporary-orchid-bridge-58');
    await page.getByLabel(NEW_PASSWORD).fill(mary.password);
    await page.getByLabel(/^Password again/).fill(mary.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
    await signOut(page);
  });

  await test.step('a code is good once', async () => {
    await signIn(page);
    await openTable(page, 'Users');
    await page.getByRole('row', { name: /Poole/ }).getByRole('link').click();
    await page.getByRole('button', { name: 'Issue reset code' }).click();
    const shown = await page.getByRole('dialog', { name: /Reset code for/ }).innerText();
    const code = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(shown)?.[0] ?? '';
    await lookAt(page, 'reset-code', host);
    await page.getByRole('button', { name: 'Done' }).click();
    await signOut(page);

    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByLabel('Username').fill(mary.username);
    const use = async (password: string) => {
      await page.getByLabel(/^Reset code/).fill(code.toLowerCase().replaceAll('-', ' '));
      await page.getByLabel(NEW_PASSWORD).fill(password);
      await page.getByLabel(/^Password again/).fill(password);
      await page.getByRole('button', { name: 'Set the new password' }).click();
    };
    await use(jonas.password);
    await expect(page.getByText('The new password is set. Sign in with it now.')).toBeVisible();
    await signIn(page, { ...mary, password: jonas.password });
    await signOut(page);
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await use(administrator.password);
    await expect(page.getByText(/Ask an administrator for a new one/)).toBeVisible();
  });
});
