import { expect } from 'playwright/test';
import { test } from './app.ts';
import { administrator, lookAt, setUpClinic, signIn } from './steps.ts';

test('the first start makes the administrator; later starts open at sign-in', async ({ app }, info) => {
  await lookAt(app.page, 'first-start', info.project.name);
  await setUpClinic(app.page);
  await lookAt(app.page, 'start', info.project.name);

  await app.restart();
  await expect(app.page.getByRole('heading', { name: 'Harbour Street Clinic' })).toBeVisible();
  await lookAt(app.page, 'sign-in', info.project.name);
  await signIn(app.page);

  await app.page.getByRole('button', { name: `${administrator.given} ${administrator.family}` }).click();
  await app.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(app.page.getByRole('heading', { name: 'Harbour Street Clinic' })).toBeVisible();
});
