import { expect } from 'playwright/test';
import { test } from './app.ts';
import { setUpClinic, signIn, typePatient } from './steps.ts';

/** What becomes of what is being typed when the program ends without warning. */

const LETTERS = 60;
const BETWEEN_MS = 50;

test('of unbroken typing at most the last second is lost when the program is killed', async ({ app }) => {
  await setUpClinic(app.page);
  await typePatient(app.page);
  const notes = app.page.getByLabel('Notes', { exact: true });
  await notes.fill('');
  const typed: number[] = [];
  for (let letter = 0; letter < LETTERS; letter += 1) {
    await app.page.keyboard.press('x');
    typed.push(Date.now());
    await app.page.waitForTimeout(BETWEEN_MS);
  }
  const end = Date.now();
  await app.killAndRestart();

  await signIn(app.page);
  await app.page.getByRole('link', { name: 'Patients' }).first().click();
  await app.page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await app.page.keyboard.press('n');
  await expect(app.page.getByText('Restored what you were typing')).toBeVisible();
  const back = await app.page.getByLabel('Notes', { exact: true }).inputValue();
  expect(back.length).toBeGreaterThanOrEqual(typed.filter((at) => at < end - 1_000).length);
  await expect(app.page.getByLabel('Family name')).toHaveValue('Hawthorne');
});
