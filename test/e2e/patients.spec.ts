import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import sharp from 'sharp';
import { test } from './app.ts';
import { addPatient, administrator, lookAt, setUpClinic } from './steps.ts';

/** A picture of no one: a warm gradient with a darker middle. */
const picture = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#d8b08c' } })
    .composite([
      { input: Buffer.from('<svg width="640" height="480"><circle cx="320" cy="240" r="120" fill="#7a4b2a"/></svg>') },
    ])
    .jpeg()
    .toBuffer();

/** How old somebody is today who was born that day, month from 1. */
function yearsSince(year: number, month: number, day: number): number {
  const now = new Date();
  const hadBirthday = now >= new Date(now.getFullYear(), month - 1, day);
  return now.getFullYear() - year - (hadBirthday ? 0 : 1);
}

async function addDoctor(page: Page, family: string, given: string): Promise<void> {
  await page.getByRole('link', { name: 'Doctors' }).first().click();
  await page.getByRole('heading', { name: 'Doctors', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill(family);
  await page.getByLabel('Given name').fill(given);
  await page.getByLabel('Speciality').fill('Family medicine');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(given);
}

test('a receptionist adds a patient, finds them by a typo, takes their photo and opens their doctor’s patients', async ({
  app,
}, info) => {
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await expect(page.getByText('No patients yet')).toBeVisible();
  await lookAt(page, 'patients-none', host);

  await addDoctor(page, 'Okoro', 'Chidi');
  await lookAt(page, 'doctor', host);
  await addPatient(page, { family: 'Hawthorne', given: 'Beatrix', born: '12 mar 1984', doctor: 'Okoro' });
  await expect(page.getByText(`${yearsSince(1984, 3, 12)} y`).first()).toBeVisible();
  await lookAt(page, 'patient', host);

  await test.step('found by a typo, opened by Enter', async () => {
    await page.getByRole('link', { name: 'Patients' }).first().click();
    await page.keyboard.press('/');
    await page.keyboard.type('hawhtorne');
    await expect(page.getByText('Showing results for')).toBeVisible();
    await expect(page.getByRole('row', { name: /Hawthorne/i })).toBeVisible();
    await lookAt(page, 'patients-typo', host);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Beatrix');
  });

  await test.step('a photo from a file', async () => {
    await page.getByRole('button', { name: 'Add a photo' }).click();
    await lookAt(page, 'photo-choose', host);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer: await picture() });
    await expect(page.getByRole('button', { name: 'Save photo' })).toBeVisible();
    await lookAt(page, 'photo-crop', host);
    await page.getByRole('button', { name: 'Save photo' }).click();
    await expect(page.getByRole('button', { name: 'Change the photo' })).toBeVisible();
    const photo = page.getByRole('main').locator('img').first();
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(90);
  });

  await test.step('a photo from the camera', async () => {
    await page.getByRole('button', { name: 'Change the photo' }).click();
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.getByRole('button', { name: 'Take the picture' }).click();
    await page.getByRole('button', { name: 'Save photo' }).click();
    await expect(page.getByText('The photo is saved.').first()).toBeVisible();
  });

  await test.step('a PDF is no photo', async () => {
    await page.getByRole('button', { name: 'Change the photo' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name: 'report.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7') });
    await page.getByRole('button', { name: 'Save photo' }).click();
    await expect(page.getByText(/not a picture|JPEG, PNG or WebP/i).first()).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the doctor’s patients', async () => {
    await page.getByRole('link', { name: 'Doctors' }).first().click();
    await page.getByRole('link', { name: /Okoro/i }).first().click();
    await page.getByRole('link', { name: /1 patient/ }).click();
    await expect(page).toHaveURL(/\/doctors\/\d+\/patients/);
    await expect(page.getByRole('row', { name: /Hawthorne/i })).toBeVisible();
    await lookAt(page, 'doctor-patients', host);
    await page.goBack();
    await page.goForward();
    await expect(page.getByRole('row', { name: /Hawthorne/i })).toBeVisible();
  });
});

test('two windows show each other’s changes at once, and sign out together', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  const other = await app.openAnother();
  await other.getByRole('link', { name: 'Patients' }).first().click();
  await expect(other.getByText('No patients yet')).toBeVisible();
  await addPatient(page, { family: 'Sato', given: 'Yuki', born: '1990-05-05' });
  await expect(other.getByRole('row', { name: /Sato/i })).toBeVisible({ timeout: 3_000 });
  await page.getByRole('button', { name: new RegExp(`${administrator.given} ${administrator.family}`) }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other.getByRole('heading', { name: 'Harbour Street Clinic' })).toBeVisible({ timeout: 3_000 });
});

test('the whole way by keyboard alone', async ({ app }) => {
  const { page } = app;
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  await expect(page.getByLabel('Clinic name')).toBeFocused();
  await page.keyboard.type('Keyboard Clinic');
  await press('Enter');
  await expect(page.getByLabel('Family name')).toBeFocused();
  for (const text of [administrator.family, administrator.given, administrator.username, administrator.password]) {
    await page.keyboard.type(text);
    await press('Tab');
  }
  await page.getByLabel('Password again').press('Home');
  await page.keyboard.type(administrator.password);
  await press('Enter');
  await expect(page.getByText('Start with demo patients?')).toBeVisible();
  await press('Enter');
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();

  await press('Control+k');
  await page.keyboard.type('patients');
  await press('Enter');
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await press('n');
  await expect(page.getByLabel('Family name')).toBeFocused();
  await page.keyboard.type('Lindqvist');
  await press('Tab');
  await page.keyboard.type('Åsa');
  await page.getByLabel('Date of birth').press('End');
  await page.keyboard.type('3.4.85');
  await press('Tab', 'Space', 'Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Åsa');
  await press('Escape');
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await press('/');
  await page.keyboard.type('linqvist');
  await expect(page.getByRole('row', { name: /Lindqvist/i })).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Åsa');
  await press('e');
  await expect(page.getByLabel('Family name')).toBeFocused();
  await press('Escape');
  await press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await press('Escape');
});
