import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { type App, test } from './app.ts';
import { addPatient, setUpClinic } from './steps.ts';
import { tapLine } from './wiretap.ts';

/** The page's line to main: what is too large for it, what breaks it, and what comes after. */

/** A clinic whose page is tapped, once everything it asked for is there. */
async function openTapped({ page }: App): Promise<void> {
  await setUpClinic(page);
  await tapLine(page);
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  expect(await page.evaluate(() => window.tapped.lines)).toBe(1);
}

const logged = ({ data }: App, text: string) =>
  readFileSync(join(data, 'logs', 'clinic-desk.log'), 'utf8').split(text).length - 1;

test('a line that is cut opens again by itself, and the page says so meanwhile', async ({ app }) => {
  const { page } = app;
  await openTapped(app);
  await page.evaluate(() => window.tapped.overload());
  await expect.poll(() => page.evaluate(() => window.tapped.lines)).toBe(2);
  expect(await page.evaluate(() => window.tapped.alerts)).toContainEqual(
    expect.stringMatching(/^The connection .*is lost\. Trying again/),
  );
  await expect(page.getByRole('alert')).toHaveCount(0);
  await addPatient(page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
  expect(await page.evaluate(() => window.tapped.lines)).toBe(2);
});

test('changes of others are shown again after the line was cut', async ({ app }) => {
  const { page } = app;
  await openTapped(app);
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  const other = await app.openAnother();
  await page.evaluate(() => window.tapped.overload());
  await expect.poll(() => page.evaluate(() => window.tapped.lines)).toBe(2);
  await addPatient(other, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
  await expect(page.getByRole('row', { name: /Okafor/i })).toBeVisible();
});

test('what was being saved when the line was cut says so, stands there still, and is saved once', async ({ app }) => {
  const { page } = app;
  await openTapped(app);
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill('Okafor');
  await page.getByLabel('Given name').fill('Ngozi');
  await page.getByLabel('Date of birth').fill('1984-03-12');
  await page.getByText('Female', { exact: true }).click();
  await page.evaluate(() => {
    window.tapped.overloadBefore = '/patients/create';
  });
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('main').getByText(/was lost before the answer came/)).toBeVisible();
  await expect(page.getByLabel('Family name')).toHaveValue('Okafor');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ngozi');
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await expect(page.getByRole('row', { name: /Okafor/i })).toHaveCount(1);
});

test('a picture that is too large is refused in words before it is sent', async ({ app }) => {
  const { page } = app;
  await openTapped(app);
  await addPatient(page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
  const tooLarge = { name: 'face.png', mimeType: 'image/png', buffer: Buffer.alloc(17 * 1024 * 1024) };
  const sentence = page.getByText('The picture is too large. At most 10 MB can be taken.');

  await page.getByRole('button', { name: 'Add a photo' }).click();
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(tooLarge);
  await expect(sentence).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Images' }).first().click();
  await page.getByRole('heading', { name: 'Images', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('main').locator('input[type=file]').setInputFiles(tooLarge);
  await expect(sentence).toBeVisible();
  const { lines, longest } = await page.evaluate(() => ({
    lines: window.tapped.lines,
    longest: window.tapped.longest,
  }));
  expect(lines).toBe(1);
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(100_000);
});

test('a window that asks and never reads loses that line, and goes on with its own', async ({ app }) => {
  const { electron } = app;
  test.skip(!electron, 'what a browser does is tried without one');
  test.setTimeout(180_000);
  await app.command(['demo', '--patients', '250']);
  await setUpClinic(app.page);
  await app.page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    window.postMessage('clinic-desk:connect', location.origin, [port2]);
    for (let i = 1; i <= 400; i += 1)
      port1.postMessage(JSON.stringify({ i: String(i), p: { u: '/patients/list', b: { json: { limit: 200 } } } }));
  });
  await expect.poll(() => logged(app, 'answers are not taken'), { timeout: 120_000 }).toBe(1);
  await addPatient(app.page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
});
