import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { lookAt, setUpClinic } from './steps.ts';

async function addVisitType(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+5');
  await page.getByRole('heading', { name: 'Visit types', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Name').fill(name);
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

test('a short list says why it is empty, and is walked by the arrows', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await page
    .getByRole('list', { name: 'Daily work' })
    .getByRole('link', { name: /^Visit types/ })
    .click();
  await expect(page.getByText('Add the ones your clinic has')).toBeVisible();
  await page.getByLabel('Status').selectOption('archived');
  await expect(page.getByRole('heading', { name: 'No archived visit types' })).toBeVisible();

  await addVisitType(page, 'Aftercare');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Archive visit type' }).click();
  await page.getByRole('button', { name: 'Restore visit type' }).waitFor();
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('heading', { name: 'No active visit types' })).toBeVisible();
  await lookAt(page, 'visit-types-archived', info.project.name);
  await page.getByRole('link', { name: 'Show archived visit types' }).click();
  await expect(page.getByRole('link', { name: 'Aftercare' })).toBeVisible();

  await addVisitType(page, 'Blood test');
  await addVisitType(page, 'Consultation');
  await page.keyboard.press('Alt+5');
  const rows = page.getByRole('list', { name: 'Visit types' });
  await rows.getByRole('link', { name: 'Consultation' }).waitFor();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('One row down')).toBeVisible();
  await expect(page.getByRole('dialog').getByText('The one after')).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect(rows.getByRole('link', { name: 'Blood test' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Consultation', level: 1 })).toBeVisible();

  await page.keyboard.press('Alt+5');
  await page.keyboard.press('/');
  await page.keyboard.type('blo');
  await expect(rows.getByRole('link', { name: 'Consultation' })).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Blood test', level: 1 })).toBeVisible();
});
