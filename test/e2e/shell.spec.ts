import { expect } from 'playwright/test';
import { test } from './app.ts';
import { lookAt, setUpClinic, signIn } from './steps.ts';

test('somebody signed out lands where they were heading', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  const target = new URL('/doctors', page.url()).href;
  await page.getByRole('button', { name: /your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await page.goto(target);
  await page
    .getByLabel(/^Password/)
    .first()
    .fill('wrong-password-entirely');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page
    .getByLabel(/^Password/)
    .first()
    .fill('');
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Doctors', level: 1 })).toBeVisible();
});

test('what was being typed is not lost without a question', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await page.getByRole('link', { name: 'Patients', exact: true }).click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Family name' }).fill('Unsaved');
  await page.getByRole('link', { name: 'Doctors', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('unsaved');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByRole('textbox', { name: 'Family name' })).toHaveValue('Unsaved');
  await page.getByRole('link', { name: 'Doctors', exact: true }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByRole('heading', { name: 'Doctors', level: 1 })).toBeVisible();
});

test('the shell follows the theme, folds its navigation and lists every shortcut', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await page.getByRole('button', { name: 'Dark appearance' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  // Scrollbars and checkboxes are the browser's own.
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await page.getByRole('button', { name: 'Light appearance' }).click();
  await page.getByRole('button', { name: 'Collapse' }).click();
  await expect(page.getByRole('link', { name: 'Patients', exact: true })).toBeVisible();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await lookAt(page, 'shortcuts', info.project.name);
});

test('an absurdly long name, other scripts and many numbers leave the pages whole', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  for (const [family, given] of [
    ['Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers', 'Hubert Blaine Adolph Charles'],
    ['الأندلسي المراكشي', 'محمد عبد الرحمن'],
    ['欧阳', '小明'],
  ]) {
    await page.goto(new URL('/patients/new', page.url()).href);
    if (app.electron === null) await page.getByRole('textbox', { name: 'Family name' }).waitFor();
    await page.getByRole('textbox', { name: 'Family name' }).fill(family ?? '');
    await page.getByLabel('Given name').fill(given ?? '');
    await page.getByLabel('Date of birth').fill('1.2.1990');
    await page.getByText('Male', { exact: true }).click();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(given ?? '');
  }
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Patients' }).click();
  await expect(page.getByRole('row')).toHaveCount(4);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider).toBe(false);
  await lookAt(page, 'patients-absurd', info.project.name);
});
