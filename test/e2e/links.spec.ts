import { expect } from 'playwright/test';
import { test } from './app.ts';
import { addPatient, setUpClinic, signIn } from './steps.ts';

/** Addresses the system hands to the desktop app. */
test('a link opens its page in a cold and in a running app, and nothing else does', async ({ app }) => {
  await setUpClinic(app.page);

  expect(await app.startBeside('clinic-desk://patients')).toBe(0);
  await expect(app.page).toHaveURL('clinic-app://desk/patients');
  expect(await app.startBeside('clinic-desk://patients/../../etc')).toBe(0);
  expect(await app.startBeside('clinic-desk://settings/erase?now=1')).toBe(0);
  await app.page.waitForTimeout(300);
  expect(app.page.url()).toBe('clinic-app://desk/patients');
  expect(await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  await app.restart('clinic-desk://doctors');
  expect(await app.startBeside('clinic-desk://patients')).toBe(0);
  await expect(app.page).toHaveURL('clinic-app://desk/patients');
  await signIn(app.page);
  await expect(app.page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();

  await app.restart('clinic-desk://doctors');
  await signIn(app.page);
  await expect(app.page).toHaveURL('clinic-app://desk/doctors');
});

test('a link to a patient opens their page, signed in or not, and leaves what is being typed', async ({ app }) => {
  await setUpClinic(app.page);
  await addPatient(app.page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
  const patient = new URL(app.page.url()).pathname;
  expect(patient).toMatch(/^\/patients\/\d+$/);
  const heading = () => app.page.getByRole('heading', { level: 1 });

  await app.page.getByRole('link', { name: 'Doctors' }).first().click();
  expect(await app.startBeside(`clinic-desk:/${patient}`)).toBe(0);
  await expect(heading()).toContainText('Ngozi');

  await app.restart(`clinic-desk:/${patient}`);
  await signIn(app.page);
  await expect(heading()).toContainText('Ngozi');
  await expect(app.page).toHaveURL(`clinic-app://desk${patient}`);

  await app.page.keyboard.press('e');
  await app.page.getByLabel('Given name').fill('Ngozi Ada');
  expect(await app.startBeside('clinic-desk://doctors')).toBe(0);
  await expect(app.page.getByRole('dialog')).toContainText('unsaved');
  await app.page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(app.page.getByLabel('Given name')).toHaveValue('Ngozi Ada');

  expect(await app.startBeside('clinic-desk://patients/999999')).toBe(0);
  await app.page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(app.page.getByRole('main')).toContainText(/not|no longer/i);
});
