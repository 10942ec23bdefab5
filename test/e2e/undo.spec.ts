import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { programRoot } from '#main/root.ts';
import { test } from './app.ts';
import { addPatient, openTable, setUpClinic } from './steps.ts';

test('a way back is offered for as long as it leads anywhere', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await addPatient(page, { family: 'Quillfeather', given: 'Ines', born: '12 Mar 1984' });
  const archive = async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Archive patient' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  };
  await archive();
  await page.getByRole('button', { name: 'Restore patient' }).click();
  await expect(page.getByRole('button', { name: 'More actions' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();

  await archive();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'More actions' })).toBeVisible();
  await archive();
  await page.getByRole('link', { name: 'Doctors' }).first().click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
});

test('a photo that was removed is put back by one click', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await addPatient(page, { family: 'Quillfeather', given: 'Ines', born: '12 Mar 1984' });
  const picture = readFileSync(join(programRoot, 'assets/icons/512x512.png'));
  await page.getByRole('button', { name: 'Add a photo' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name: 'face.png', mimeType: 'image/png', buffer: picture });
  await page.getByRole('button', { name: 'Save photo' }).click();
  await page.getByRole('button', { name: 'Change the photo' }).click();
  await page.getByRole('button', { name: 'Remove the photo' }).click();
  await expect(page.getByRole('button', { name: 'Add a photo' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Change the photo' })).toBeVisible();
});

test('an authenticator is taken away only where there is one', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await openTable(page, 'Users');
  await page
    .getByRole('grid')
    .getByRole('link', { name: /Moreau/ })
    .click();
  await expect(page.getByRole('button', { name: 'Issue reset code' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('button', { name: 'Remove authenticator' })).toBeHidden();
});
