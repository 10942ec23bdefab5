import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { addPatient, lookAt, setUpClinic } from './steps.ts';

async function archive(page: Page, what: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: `Archive ${what}` }).click();
  await expect(page.getByRole('button', { name: `Restore ${what}` })).toBeVisible();
}

test('a patient who comes back to an archived doctor has none, and whoever restores them is told', async ({
  app: { page },
}, info) => {
  await setUpClinic(page);
  await page.getByRole('link', { name: 'Doctors' }).first().click();
  await page.getByRole('heading', { name: 'Doctors', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill('Okoro');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Okoro');

  await addPatient(page, { family: 'Hawthorne', given: 'Beatrix', born: '12 mar 1984', doctor: 'Okoro' });
  await archive(page, 'patient');
  await page.getByRole('main').getByRole('link', { name: /Okoro/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Okoro');
  await archive(page, 'doctor');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beatrix');
  await page.getByRole('button', { name: 'Restore patient' }).click();

  await expect(page.getByText('they have no doctor now')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /Okoro/ })).toHaveCount(0);
  await lookAt(page, 'restored-without-doctor', info.project.name);
});
