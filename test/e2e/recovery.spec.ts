import { Secret, TOTP } from 'otpauth';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { administrator, lookAt, openAccount, setUpClinic, signOut } from './steps.ts';

const PASSWORD = 'granite-sailing-teapot-31';

test('a recovery code sets a new password only with the authenticator beside it', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await openAccount(page, 'Sign-in and security');
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator' });
  const secret = (await dialog.locator('code').innerText()).replace(/\s/g, '');
  const read = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
  await dialog.getByLabel('Six digits from the app').fill(read(-1));
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  const codes = page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [first = '', second = ''] = await codes.allInnerTexts();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await signOut(page);

  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  const digits = page.getByLabel('Code from your authenticator');
  await expect(digits).toHaveCount(0);
  await page.getByLabel(/^Reset code/).fill(first);
  await page.getByLabel(/^New password/).fill(PASSWORD);
  await page.getByLabel(/^Password again/).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/a recovery code needs its six digits/)).toBeVisible();
  await expect(digits).toBeFocused();
  await lookAt(page, 'forgotten-with-authenticator', info.project.name);
  await page.keyboard.type(second);
  await page.keyboard.press('Enter');
  await expect(page.getByText('This code is not right.')).toBeVisible();
  await expect(page.getByLabel(/^New password/)).toHaveValue(PASSWORD);
  await digits.fill(read(0));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The new password is set. Sign in with it now.')).toBeVisible();

  await page.getByLabel(/^Password(?: \*)?$/).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(second);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  await expect(page.getByRole('button', { name: new RegExp(administrator.family) }).first()).toBeVisible();
});

test('every superuser reads once that somebody worked on accounts at the terminal', async ({ app }) => {
  await setUpClinic(app.page);
  await app.command(
    ['createsuperuser', '--username', 'jonas', '--family-name', 'Weber', '--as', administrator.username],
    {
      CLINIC_PASSWORD: PASSWORD,
      CLINIC_SUPERUSER_PASSWORD: administrator.password,
    },
  );
  const { page } = app;
  const told = page.getByText(/created the superuser jonas from the terminal/);
  const signIn = async () => {
    await page.getByLabel(/^Password(?: \*)?$/).fill(administrator.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  };
  await signIn();
  await expect(told).toBeVisible();
  await signOut(page);
  await signIn();
  await expect(page.getByText(/^Last sign-in/)).toBeVisible();
  await expect(told).toHaveCount(0);
});
