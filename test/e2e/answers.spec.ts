import { expect } from 'playwright/test';
import { test } from './app.ts';
import { addPatient, administrator, lookAt, setUpClinic, signIn, signOut } from './steps.ts';

/** Administration as somebody uses it who has to answer for the clinic, not for its computers. */

test.use({ viewport: { width: 1280, height: 800 } });

test('the audit answers who did what to whom, and opens to what changed', async ({ app }, info) => {
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await addPatient(page, { family: 'Sato', given: 'Aiko', born: '12/03/1980' });
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await signIn(page, administrator);
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Audit/ })
    .click();
  const list = page.getByRole('grid', { name: 'Audit' });
  const came = list.getByRole('row').filter({ hasText: 'Signed in' }).first();
  await expect(came).toContainText('Ada Moreau');
  const outcome = list.getByRole('columnheader', { name: 'Outcome' });
  await expect(outcome).toBeInViewport({ ratio: 1 });
  await lookAt(page, 'audit-list', host);

  await page.getByLabel('Search in Audit').fill('sato');
  const added = list.getByRole('row').filter({ hasText: 'Sato, Aiko' }).filter({ hasText: 'Added' });
  await expect(added).toHaveCount(1);
  await added.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada Moreau · Added');
  await expect(page.getByRole('region', { name: 'What changed' })).toBeVisible();
  await lookAt(page, 'audit-row', host);

  await test.step('links there say when there is nothing', async () => {
    await page.getByRole('link', { name: 'Administration' }).first().click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Users/ })
      .click();
    await page.getByRole('link', { name: 'Ada Moreau' }).click();
    const why = page.getByRole('region', { name: /Why can or can/ });
    await why.getByLabel('Right').selectOption('audit.view');
    await expect(why).toContainText('Ada Moreau can.');
    await lookAt(page, 'explained', host);
  });
});

test('a right without effect is said to have none', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Users/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill('Lind');
  await page.getByLabel('Given name').fill('Zoe');
  await page.getByLabel('Username').fill('zoelind');
  await page.getByRole('checkbox', { name: 'Audit: see' }).check();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Zoe Lind', level: 1 })).toBeVisible();
  const why = page.getByRole('region', { name: /Why can or can/ });
  await why.getByLabel('Right').selectOption('audit.view');
  await expect(why).toContainText('Zoe Lind cannot.');
  await expect(why).toContainText('has no effect');
  await expect(why).toContainText('is for the staff');
  await lookAt(page, 'without-effect', info.project.name);

  await page.getByRole('button', { name: 'Set password' }).click();
  const dialog = page.getByRole('dialog', { name: /Set password/ });
  await dialog.getByLabel('New password').fill('zoelindzoelindzoe');
  await expect(dialog.getByRole('status')).toContainText('mostly made of names');
  await expect(dialog.getByRole('status')).not.toContainText('Very strong');
  await dialog.getByRole('button', { name: 'Set password' }).click();
  await expect(dialog.getByText('mostly made of names')).toHaveCount(2);
  await lookAt(page, 'weak-password', info.project.name);
});

test('each page that is opened is one visit', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  for (const name of ['Doctors', 'Patients']) {
    await page.getByRole('link', { name, exact: true }).first().click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  }
  const counts = page.getByRole('grid', { name: 'Page counts' });
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Page counts/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Page counts', level: 1 })).toBeVisible();
  // Visits are written down a moment later, many together.
  await expect(async () => {
    await page.reload();
    for (const name of ['Doctors', 'Patients']) {
      const visits = counts.getByRole('row').filter({ hasText: name }).getByRole('gridcell').nth(2);
      await expect(visits).toHaveText('1', { timeout: 4_000 });
    }
  }).toPass({ timeout: 30_000 });
});
