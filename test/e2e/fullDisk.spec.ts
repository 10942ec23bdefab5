import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { fillDisk } from '#test/support/badFolders.ts';
import { mayMount, smallDisk } from '#test/support/faultyHost.ts';
import { test } from './desk.ts';
import { addPatient, lookAt, setUpClinic, signIn, signOut, typePatient } from './steps.ts';

test.skip(!mayMount(), 'only root can mount a small disk');

test('a disk that becomes full is told in a banner; people sign in and read, and leave the program in time', async ({
  desk,
}) => {
  const place = join(desk.home, 'disk');
  const disk = smallDisk(place, '32m');
  try {
    await desk.start([`--data=${join(place, 'data')}`]);
    const page = await desk.page();
    await setUpClinic(page);
    const banner = page.getByRole('alert').filter({ hasText: 'disk' });
    await expect(banner).toContainText('pictures, imports and demo data are not taken any more');
    await addPatient(page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });

    fillDisk(join(place, 'film.mkv'));
    await expect(banner).toContainText('nothing can be saved until there is space again', { timeout: 20_000 });
    await lookAt(page, 'full-disk', 'electron');
    await signOut(page);
    await signIn(page);
    await expect(banner).toBeVisible();
    await page.getByRole('link', { name: 'Patients' }).first().click();
    await expect(page.getByText('Okafor').first()).toBeVisible();

    const begun = performance.now();
    await desk.electron.close();
    expect(performance.now() - begun).toBeLessThan(5_000);
    rmSync(join(place, 'film.mkv'));
    await desk.start([`--data=${join(place, 'data')}`]);
    await signIn(await desk.page());
  } finally {
    disk.unmount();
  }
});

test('a form that a full disk refuses says so in sight, keeps everything, and is saved when there is space', async ({
  desk,
}) => {
  const place = join(desk.home, 'disk');
  const disk = smallDisk(place, '32m');
  try {
    await desk.start([`--data=${join(place, 'data')}`]);
    const page = await desk.page();
    await setUpClinic(page);
    await typePatient(page);
    await page.getByLabel('Date of birth').fill('1984-03-12');
    await page.getByText('Female', { exact: true }).click();
    const notes = page.getByLabel('Notes', { exact: true });
    await notes.focus();
    fillDisk(join(place, 'film.mkv'));
    await page.keyboard.press('Control+s');
    const told = page.getByRole('main').getByRole('alert');
    await expect(told).toContainText('Free some space');
    await expect(told).toBeInViewport();
    await expect(notes).toBeFocused();
    await expect(notes).toHaveValue('Marked-for-nobody-else');
    await lookAt(page, 'not-saved-full-disk', 'electron');

    rmSync(join(place, 'film.mkv'));
    await expect(async () => {
      await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Hawthorne', { timeout: 2_000 });
    }).toPass();
  } finally {
    disk.unmount();
  }
});
