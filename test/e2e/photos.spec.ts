import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import sharp from 'sharp';
import { type App, test } from './app.ts';
import { addPatient, setUpClinic } from './steps.ts';

/** Pictures that come without the system's file dialog. */

/** A picture of no one, as PNG in base64. */
const picture = async (colour: string) =>
  (
    await sharp({ create: { width: 300, height: 400, channels: 3, background: colour } })
      .png()
      .toBuffer()
  ).toString('base64');

/** Puts a picture on the clipboard, as another program would. */
async function copyPicture({ page, electron }: App, png: string): Promise<void> {
  if (!electron) await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
  }, png);
}

/** Drops a file on an element, as the system does. */
async function dropOn(page: Page, label: RegExp, file: { name: string; type: string; data: string }): Promise<void> {
  const transfer = await page.evaluateHandle(({ name, type, data }) => {
    const carried = new DataTransfer();
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name, { type }));
    return carried;
  }, file);
  const place = page.getByRole('region', { name: label });
  await place.dispatchEvent('dragover', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}

test('a photo is pasted from the clipboard, and replaced by one that is dropped', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  await addPatient(page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
  const photo = page.getByRole('main').locator('img').first();
  const width = () => photo.evaluate((image: HTMLImageElement) => image.naturalWidth);

  await page.getByRole('button', { name: 'Add a photo' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await copyPicture(app, await picture('#336699'));
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: 'Save photo' }).click();
  await expect.poll(width).toBeGreaterThan(90);
  const pasted = (await photo.getAttribute('src')) ?? '';

  await page.getByRole('button', { name: 'Change the photo' }).click();
  await dropOn(page, /Drop a picture/, { name: 'face.png', type: 'image/png', data: await picture('#993333') });
  await page.getByRole('button', { name: 'Save photo' }).click();
  await expect(photo).not.toHaveAttribute('src', pasted);
  await expect.poll(width).toBeGreaterThan(90);
});

test('a picture dropped beside its place leaves the page where it is', async ({ app }) => {
  const { page } = app;
  await setUpClinic(page);
  const address = page.url();
  await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['x'], 'face.png', { type: 'image/png' }));
    const drop = new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true });
    document.body.dispatchEvent(drop);
    if (!drop.defaultPrevented) throw new Error('the page would have been left');
  });
  expect(page.url()).toBe(address);
});
