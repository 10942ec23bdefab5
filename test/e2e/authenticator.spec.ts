import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { administrator, lookAt, openAccount, openTable, setRules, setUpClinic, signOut } from './steps.ts';

const CODE = 'Code from your authenticator';
const inside = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' });

/** Sets one up, from the security page; answers how to read it, so many steps away from now. Each step is good once. */
async function setUpAuthenticator(page: Page, host: string): Promise<(steps: number) => string> {
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator' });
  await dialog.waitFor();
  await lookAt(page, 'authenticator', host);
  const secret = (await dialog.locator('code').innerText()).replace(/\s/g, '');
  const authenticator = new TOTP({ secret: Secret.fromBase32(secret), period: 30, digits: 6 });
  const read = (steps: number) => authenticator.generate({ timestamp: Date.now() + steps * 30_000 });
  await dialog.getByLabel('Six digits from the app').fill(read(-1));
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  return read;
}

async function givePassword(page: Page): Promise<void> {
  await page.getByLabel(/^Password(?: \*)?$/).fill(administrator.password);
  await page.keyboard.press('Enter');
}

test('an authenticator is set up, asked for at sign-in, and turned off', async ({ app }, info) => {
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await openAccount(page, 'Sign-in and security');
  const read = await setUpAuthenticator(page, host);
  const codes = page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [first = ''] = await codes.allInnerTexts();
  await lookAt(page, 'recovery-codes', host);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();

  await signOut(page);
  await givePassword(page);
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await lookAt(page, 'second-factor', host);
  await page.getByLabel('Code from your authenticator').pressSequentially(read(0));
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();

  await signOut(page);
  await givePassword(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(first.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  await openAccount(page, 'Sign-in and security');
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
  await openTable(page, 'Users');
  await page
    .getByRole('grid')
    .getByRole('link', { name: /Moreau/ })
    .click();
  await page.getByRole('button', { name: 'Remove authenticator' }).click();
  const question = page.getByRole('dialog', { name: /^Remove the authenticator of/ });
  await expect(question).toContainText('This cannot be undone');
  await lookAt(page, 'remove-authenticator', host);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await openAccount(page, 'Sign-in and security');
  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('Not in use')).toBeVisible();
});

test('the code is asked for at unlocking too, until the computer stands in for it', async ({ app }, info) => {
  test.skip(app.electron === null, 'a browser is not the computer');
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await setRules(page, async () => {
    await page.getByLabel('Unlocking asks for the code of the authenticator, too').check();
    await page.getByLabel(/a computer may stand in/).fill('30');
  });
  await openAccount(page, 'Sign-in and security');
  const read = await setUpAuthenticator(page, host);
  await page.getByRole('button', { name: 'I have kept them' }).click();

  await page.keyboard.press('Control+l');
  await givePassword(page);
  await page.getByLabel(CODE).waitFor();
  await lookAt(page, 'unlock-code', host);
  await page.getByLabel('Do not ask for the code on this computer for 30 days').check();
  await page.getByLabel(CODE).fill(read(0));
  await expect(inside(page)).toBeVisible();

  await signOut(page);
  await givePassword(page);
  await expect(inside(page)).toBeVisible();
  await openAccount(page, 'Sessions');
  await expect(page.getByText(/you are not asked for the code of your authenticator/)).toBeVisible();
  await lookAt(page, 'account-remembered', host);
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByText('This computer asks for the code again.')).toBeVisible();
  await signOut(page);
  await givePassword(page);
  await page.getByLabel(CODE).fill(read(1));
  await expect(inside(page)).toBeVisible();
});
