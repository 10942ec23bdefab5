import { expect } from 'playwright/test';
import { test } from './app.ts';
import { addPatient, setUpClinic, signIn, signOut } from './steps.ts';

test('whoever signs in next finds nothing of what was looked for before', async ({ app: { page } }) => {
  await setUpClinic(page);
  await addPatient(page, { family: 'Hawthorne', given: 'Beatrix', born: '12 mar 1984' });
  const patients = page.getByRole('link', { name: 'Patients' }).first();
  const box = page.getByRole('textbox', { name: 'Search patients' });

  await patients.click();
  await page.keyboard.press('/');
  await page.keyboard.type('hawthorne');
  // What was typed is asked, and kept, a moment after the last letter.
  await expect(page).toHaveURL(/hawthorne/);
  await page.getByRole('link', { name: 'Doctors' }).first().click();
  await patients.click();
  await expect(box, 'for oneself it is kept').toHaveValue('hawthorne');

  await page.getByRole('link', { name: 'Doctors' }).first().click();
  await signOut(page);
  await signIn(page);
  await patients.click();
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await expect(box).toHaveValue('');
  expect(new URL(page.url()).search).toBe('');
});
