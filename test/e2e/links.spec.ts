import { expect } from 'playwright/test';
import { test } from './app.ts';
import { setUpClinic, signIn } from './steps.ts';

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
