import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { openAccount, openTable, setUpClinic } from './steps.ts';

const newVisitType = async (page: Page) => {
  await page.getByRole('link', { name: 'Visit types' }).first().click();
  await page.getByRole('heading', { name: 'Visit types', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Name').fill('Check-up');
};

/** A press and a release where the button was when it was pressed, as a hand does it. */
async function pressOnce(page: Page, button: Locator): Promise<void> {
  const box = await button.boundingBox();
  if (!box) throw new Error('the button is not there');
  await page.mouse.move(box.x + box.width / 2, box.y + 2);
  await page.mouse.down();
  await page.mouse.up();
}

test('a save button below the fields stands still while it is pressed', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await openAccount(page, 'Profile');
  await page.getByLabel('Date of birth').fill('12.3.84');
  const save = page.getByRole('button', { name: 'Save', description: 'Profile' });
  const before = await save.boundingBox();
  await page.getByLabel('Date of birth').blur();
  expect(await save.boundingBox()).toEqual(before);

  await page.getByLabel('Date of birth').fill('never');
  await pressOnce(page, save);
  await expect(page.getByText('This is not a date we recognise.')).toBeVisible();
  await page.getByLabel('Date of birth').fill('13.3.84');
  await pressOnce(page, save);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('a number stays as it was typed and is refused beside its field', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await newVisitType(page);
  const minutes = page.getByLabel('Minutes', { exact: true });
  await expect(minutes).toHaveAttribute('required');
  for (const typed of ['7.5', '1,5', '1:30', '-5']) {
    await minutes.fill('');
    await minutes.pressSequentially(typed);
    await page.keyboard.press('Control+s');
    await expect(minutes, typed).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('Type whole minutes')).toBeVisible();
    await expect(minutes).toHaveValue(typed);
  }
  await minutes.fill('15');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Check-up' })).toBeVisible();
  await expect(page.getByText('16 min').first()).toBeVisible();
});

test('Administration says the limits of a number and saves no other one', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await openTable(page, 'Settings');
  await page.getByRole('link', { name: 'Accounts and signing in' }).click();
  const lock = page.getByLabel(/until a workstation locks/);
  for (const save of [
    () => page.keyboard.press('Control+s'),
    () => page.getByRole('button', { name: 'Save' }).click(),
  ]) {
    await lock.fill('5');
    await lock.fill('500');
    await save();
    await expect(page.getByText('Type a whole number between 1 and 60.')).toBeVisible();
    await expect(lock).toHaveValue('500');
  }
  await lock.fill('');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Please fill this in.')).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeHidden();
});
