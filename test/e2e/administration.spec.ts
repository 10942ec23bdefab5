import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { savedBy, test } from './app.ts';
import { administrator, lookAt, setUpClinic, signIn } from './steps.ts';

const mary = { username: 'mary', password: 'copper-meadow-violin-77' };
const FIRST_PASSWORD = 'temporary-orchid-bridge-58';

const clinic = (...args: string[]) => promisify(execFile)(process.execPath, ['main/cli.ts', ...args]);

async function openTable(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('an administrator adds a user, explains and changes rights, acts on many, and closes the clinic', async ({
  app,
}, info) => {
  test.setTimeout(400_000);
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('administration');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Administration', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Health' })).toContainText('Free on the disk');
  await lookAt(page, 'administration', host);

  await test.step('whether the database is sound', async () => {
    const health = page.getByRole('region', { name: 'Health' });
    await expect(health).toContainText('Database last checked: Never');
    await health.getByRole('button', { name: 'Check now' }).click();
    await expect(health).toContainText('Everything is in order');
    await expect(health.getByRole('button', { name: 'Check now' })).toBeVisible();
    await lookAt(page, 'administration-health', host);
  });

  await test.step('a new user, by keyboard', async () => {
    await openTable(page, 'Users');
    await page.keyboard.press('n');
    await page.getByLabel('Family name').fill('Poole');
    await page.getByLabel('Given name').fill('Mary');
    await page.getByLabel('Username').fill(mary.username);
    await page.getByLabel('Reception').check();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { name: 'Mary Poole', level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'History', exact: true })).toContainText('Added');
  });

  await test.step('why they can, and why they cannot', async () => {
    const why = page.getByRole('region', { name: /Why can or can/ });
    await why.getByLabel('Right').selectOption('patients.change');
    await expect(why).toContainText('Mary Poole can.');
    await expect(why.getByRole('link', { name: 'Reception' })).toBeVisible();
    await why.getByLabel('Right').selectOption('users.view');
    await expect(why).toContainText('Mary Poole cannot.');
    await lookAt(page, 'administration-user', host);
  });

  await test.step('a reset code, shown once, and a first password', async () => {
    await page.getByRole('button', { name: 'Issue reset code' }).click();
    await expect(page.getByRole('dialog', { name: 'Reset code for Mary Poole' })).toBeVisible();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Set password' }).click();
    const dialog = page.getByRole('dialog', { name: /Set password/ });
    await dialog.getByLabel('New password').fill(FIRST_PASSWORD);
    await dialog.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByText('The password is set.')).toBeVisible();
  });

  await test.step('a change, its history, and the record as it was', async () => {
    await page.getByLabel('Family name').fill('Smith');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { name: 'Mary Smith', level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'History', exact: true })).toContainText('Poole → Smith');
    await page.getByLabel('The record at the end of this day').fill('2020-01-31');
    await expect(page.getByText(/was not there yet on/)).toBeVisible();
    await page.getByLabel('The record at the end of this day').fill('');
  });

  await test.step('who gains what, before the group is saved', async () => {
    await openTable(page, 'Groups');
    await page
      .getByRole('row', { name: /Reception/ })
      .getByRole('link')
      .click();
    await page.getByRole('checkbox', { name: 'Doctors: change' }).check();
    await expect(page.getByRole('region', { name: 'What this changes for people' })).toContainText(
      'Mary Smith gains: Doctors: change',
    );
    await lookAt(page, 'administration-group', host);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('region', { name: 'History', exact: true })).toContainText('Doctors: change');
  });

  await test.step('search, filter, mark, act, and take it back', async () => {
    await openTable(page, 'Users');
    await page.keyboard.press('/');
    await page.keyboard.type('smith');
    await expect(page.getByRole('row', { name: /Ada Moreau/ })).toBeHidden();
    await page.getByLabel('Status').selectOption('active');
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Select Mary Smith' }).click();
    await lookAt(page, 'administration-list', host);
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await expect(page.getByText('1 user is deactivated.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page.getByRole('row', { name: /Mary Smith/ })).toContainText('Active');
  });

  await test.step('an export', async () => {
    const saved = await savedBy(app, join(app.data, 'users.csv'), page.getByRole('button', { name: 'Export CSV' }));
    expect(saved).toMatch(/ada/);
    await expect(page.getByText('The list is exported.')).toBeVisible();
  });

  await test.step('a cache, emptied', async () => {
    await openTable(page, 'Cache');
    await expect(page.getByRole('row', { name: /procedures/ })).toContainText('Works');
    await lookAt(page, 'administration-cache', host);
    await page.getByRole('checkbox', { name: 'Select procedures' }).click();
    await page.getByRole('button', { name: 'Empty' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Empty' }).click();
    await expect(page.getByText('1 cache is empty.')).toBeVisible();
    await page.getByRole('link', { name: 'Parts of answers' }).click();
    await page.getByRole('radio', { name: 'Files' }).check();
    await page.keyboard.press('Control+s');
    await openTable(page, 'Cache');
    await expect(page.getByRole('row', { name: /Parts of answers/ })).toContainText('Files');
  });

  for (const table of ['Sessions', 'Sign-in history', 'Settings', 'Page counts', 'Audit', 'Request log']) {
    await openTable(page, table);
    await expect(page.getByRole('grid', { name: table }).getByRole('row').nth(1)).toBeVisible();
    await lookAt(page, `administration-${table.toLowerCase().replaceAll(' ', '-')}`, host);
  }

  await test.step('a setting', async () => {
    await openTable(page, 'Settings');
    await page.getByRole('link', { name: 'Accounts and signing in' }).click();
    await page.getByLabel(/until a workstation locks/).fill('10');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('region', { name: 'History', exact: true })).toContainText('5 → 10');
    await lookAt(page, 'administration-setting', host);
  });

  await test.step('which groups follow those of a directory', async () => {
    await openTable(page, 'Settings');
    await page.getByRole('link', { name: 'Directory (LDAP)' }).click();
    await page.getByRole('button', { name: /^Add to: Groups of the directory/ }).click();
    await page.getByLabel('Name in the directory').fill('cn=nurses,dc=clinic');
    await page.getByRole('combobox', { name: 'Group here' }).fill('rec');
    await page.getByRole('option', { name: 'Reception' }).click();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('region', { name: 'History', exact: true })).toContainText(
      'cn=nurses,dc=clinic · Reception',
    );
    await lookAt(page, 'administration-directory', host);
  });

  await test.step('working hours and numbers in the forms of all tables', async () => {
    await openTable(page, 'Doctors');
    await page.keyboard.press('n');
    await page.getByLabel('Family name').fill('Okoro');
    await page.getByRole('button', { name: 'Add hours on Monday' }).click();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { name: 'Okoro', level: 1 })).toBeVisible();
    await lookAt(page, 'administration-doctor', host);
  });

  await test.step('closed for maintenance: superusers work on, and open it again', async () => {
    await page.getByRole('link', { name: 'Administration' }).first().click();
    await page.getByRole('button', { name: 'Maintenance …' }).click();
    await page.getByLabel('Message to everyone').fill('Back at noon');
    await lookAt(page, 'administration-maintenance', host);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/only superusers can work/)).toBeVisible();
    await page.getByRole('button', { name: new RegExp(administrator.given) }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await signIn(page);
    await page.getByRole('link', { name: 'Administration' }).first().click();
    await page.getByRole('button', { name: 'Maintenance …' }).click();
    await page.getByRole('button', { name: 'End maintenance' }).click();
    await expect(page.getByText('The clinic is open again.')).toBeVisible();
  });
});

test('maintenance shows itself within a second, and keeps what one was typing', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await openTable(page, 'Users');
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill('Poole');
  await page.getByLabel('Username').fill(mary.username);
  await page.getByLabel('Reception').check();
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Set password' }).click();
  const dialog = page.getByRole('dialog', { name: /Set password/ });
  await dialog.getByLabel('New password').fill(FIRST_PASSWORD);
  await dialog.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('The password is set.')).toBeVisible();
  await page.getByRole('button', { name: new RegExp(administrator.given) }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await test.step('they sign in, and choose a password of their own', async () => {
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    const someoneElse = page.getByRole('button', { name: 'Someone else' });
    if (await someoneElse.isVisible()) await someoneElse.click();
    await page.getByLabel('Username').fill(mary.username);
    await page.getByLabel(/^Password(?: \*)?$/).fill(FIRST_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByLabel('Current password').fill(FIRST_PASSWORD);
    await page.getByLabel('New password', { exact: true }).fill(mary.password);
    await page.getByLabel(/again/).fill(mary.password);
    await page.getByRole('button', { name: 'Set my password' }).click();
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0);
  });

  await page.getByRole('link', { name: 'Patients' }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill('Hawthorne');
  await page.getByLabel('Given name').fill('Beatrix');

  await clinic('maintenance', 'on', '--message', 'Back at noon', '--data', app.data);
  await expect(page.getByRole('heading', { name: 'Closed for maintenance' })).toBeVisible({ timeout: 1_000 });
  await expect(page.getByText('Back at noon')).toBeVisible();
  await lookAt(page, 'maintenance', info.project.name);
  await clinic('maintenance', 'off', '--data', app.data);
  await expect(page.getByLabel('Family name')).toHaveValue('Hawthorne');
  await expect(page.getByLabel('Given name')).toHaveValue('Beatrix');
});
