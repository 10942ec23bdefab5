import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { addPatient, lookAt, setUpClinic, signIn, signOut, typePatient } from './steps.ts';

/** The phone rings while a form is being filled: it is put aside, and found again whatever happens meanwhile. */

const strip = (page: Page) => page.getByRole('region', { name: 'Unfinished forms' });
const familyName = (page: Page) => page.getByLabel('Family name');

test('forms that were put aside are announced as tabs, after signing out and after a kill too', async ({
  app,
}, info) => {
  await setUpClinic(app.page);
  await addPatient(app.page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
  await app.page.keyboard.press('e');
  await app.page.getByLabel('City').fill('York');
  await app.page.keyboard.press('Alt+p');
  await expect(app.page.getByRole('heading', { level: 1 })).toContainText('Ngozi');
  await expect(strip(app.page).getByText('1 unfinished form')).toBeVisible();

  await typePatient(app.page);
  await app.page.keyboard.press('Alt+p');
  await expect(app.page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await expect(strip(app.page).getByText('2 unfinished forms')).toBeVisible();
  await lookAt(app.page, 'unfinished', info.project.name);

  await signOut(app.page);
  await expect(app.page.getByText(/Hawthorne|Okafor/)).toHaveCount(0);
  await signIn(app.page);
  await expect(strip(app.page).getByText('2 unfinished forms')).toBeVisible();
  await app.killAndRestart();
  await signIn(app.page);
  await expect(strip(app.page).getByText('2 unfinished forms')).toBeVisible();

  const { page } = app;
  await page.keyboard.press('Alt+u');
  const list = page.getByRole('dialog', { name: 'Unfinished forms' });
  await expect(list.getByText('Ada Moreau typed this')).toBeVisible();
  await lookAt(page, 'unfinished-list', info.project.name);
  await list
    .getByRole('row', { name: /Hawthorne/ })
    .getByRole('button', { name: /^Go on/ })
    .click();
  await expect(familyName(page)).toHaveValue('Hawthorne');
  await strip(page)
    .getByRole('button', { name: /^Go on with .*Okafor, Ngozi/ })
    .click();
  await expect(page.getByLabel('City')).toHaveValue('York');
  await lookAt(page, 'unfinished-open', info.project.name);
  await page.keyboard.press('Control+s');
  await expect(strip(page).getByText('1 unfinished form')).toBeVisible();
});

test('a form put aside leaves its place for another; what is thrown away can be had back', async ({
  app: { page },
}) => {
  await setUpClinic(page);
  await typePatient(page);
  await page.getByRole('button', { name: 'Put aside' }).click();
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'New patient' })).toBeVisible();
  await expect(familyName(page)).toHaveValue('');
  await familyName(page).fill('Bell');
  await page.getByRole('link', { name: 'Doctors' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put aside' }).click();
  await expect(strip(page).getByText('2 unfinished forms')).toBeVisible();

  await strip(page)
    .getByRole('button', { name: /^Throw away .*Bell/ })
    .click();
  await expect(strip(page).getByText('1 unfinished form')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await strip(page)
    .getByRole('button', { name: /^Go on with .*Bell/ })
    .click();
  await expect(familyName(page)).toHaveValue('Bell');
});
