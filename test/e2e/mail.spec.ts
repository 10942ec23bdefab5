import { expect } from 'playwright/test';
import { codeIn, startMailServer } from '#test/support/mailServer.ts';
import { test } from './app.ts';
import { administrator, lookAt, openAccount, openTable, setUpClinic, signIn, signOut } from './steps.ts';

const NEW_PASSWORD = 'granite-sailing-teapot-31';

test('a forgotten password is helped by a mail, where the clinic has a mail server', async ({ app }, info) => {
  const { page } = app;
  const host = info.project.name;
  const server = await startMailServer();
  await setUpClinic(page);
  await openAccount(page, 'Profile');
  await page.getByRole('form', { name: 'Account' }).getByLabel('E-mail').fill('ada@clinic.example');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();

  await test.step('an administrator sets the server, and tries it', async () => {
    await openTable(page, 'Settings');
    await page.getByRole('link', { name: 'Mail server' }).click();
    await page.getByLabel('Mail server', { exact: true }).fill('127.0.0.1');
    await page.getByLabel('Port').fill(String(server.port));
    await page.getByLabel(/^None/).check();
    await page.getByLabel('Address that mails come from').fill('desk@clinic.example');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('region', { name: 'History', exact: true })).toContainText('127.0.0.1');
    const panel = page.getByRole('region', { name: 'Does it work?' });
    await panel.getByRole('button', { name: 'Send a test mail' }).click();
    await expect(panel.getByRole('status')).toContainText('The server has taken the mail.');
    expect(server.mails[0]?.message).toContain('the mail server works');
    await lookAt(page, 'administration-mail', host);
  });

  await test.step('a forgotten password is helped by a mail', async () => {
    await signOut(page);
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByRole('button', { name: 'Send me a code by e-mail' }).click();
    await expect(page.getByText(/a code is on its way/)).toBeVisible();
    await lookAt(page, 'forgotten-by-mail', host);
    await expect.poll(() => server.mails.length).toBe(2);
    const [, mail] = server.mails;
    await page.getByLabel(/^Reset code/).fill(mail ? codeIn(mail) : '');
    await page.getByLabel(/^New password/).fill(NEW_PASSWORD);
    await page.getByLabel(/^Password again/).fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByText('The new password is set. Sign in with it now.')).toBeVisible();
    await signIn(page, { ...administrator, password: NEW_PASSWORD });
  });
  await server.stop();
});
