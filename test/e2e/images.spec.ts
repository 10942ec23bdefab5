import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import sharp from 'sharp';
import { test } from './app.ts';
import { administrator, lookAt, setUpClinic } from './steps.ts';

const picture = (colour: string) =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: colour } })
    .png()
    .toBuffer();

async function addImage(page: Page, caption: string, tag: string, colour: string): Promise<void> {
  await page.getByRole('link', { name: 'Images' }).first().click();
  await page.getByRole('heading', { name: 'Images', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Add an image', level: 1 }).waitFor();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: await picture(colour),
  });
  await expect(page.getByAltText('The chosen picture')).toBeVisible();
  await page.getByLabel('Caption').fill(caption);
  await page.getByRole('combobox', { name: 'Tags' }).fill(tag);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(caption);
}

test('a doctor keeps teaching pictures, walks through them, and finds one again by its star', async ({ app }, info) => {
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await page.getByRole('link', { name: 'Images' }).first().click();
  await expect(page.getByText('The library is empty')).toBeVisible();
  await lookAt(page, 'images-none', host);

  await addImage(page, 'Fracture of the radius', 'X-ray', '#445566');
  await addImage(page, 'Psoriasis of the elbow', 'skin', '#bb6655');
  await expect.poll(() => page.getByAltText('Psoriasis of the elbow').evaluate(isLoaded)).toBe(true);
  await lookAt(page, 'image', host);

  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Fracture');
  await page.getByRole('button', { name: 'Bookmark' }).click();
  await expect(page.getByRole('button', { name: 'Bookmark' })).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Caption' }).fill('Fracture of the distal radius');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('distal');

  await page.keyboard.press('Escape');
  await page.getByLabel('Search the images').fill('dist rad');
  await expect(page.getByRole('list', { name: 'Image library' }).getByRole('link')).toHaveCount(1);
  await page.getByLabel('Search the images').fill('');
  await expect(page.getByRole('list', { name: 'Image library' }).getByRole('link')).toHaveCount(2);
  await lookAt(page, 'images', host);

  await page.getByRole('link', { name: 'Dashboard' }).first().click();
  await expect(page.getByText(/Figures from/)).toBeVisible();
  await expect(page.getByText(/Profile from/)).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('region', { name: 'What changed lately' })).toContainText(
    'Fracture of the distal radius',
  );
  await lookAt(page, 'dashboard', host);
  await page
    .getByRole('region', { name: 'My bookmarks' })
    .getByRole('link', { name: /Fracture/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Fracture of the distal radius');
});

test('an address that leads inside is refused, and nothing else', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await page.getByRole('link', { name: 'Images' }).first().click();
  await page.getByRole('link', { name: 'Add an image' }).click();
  await page.getByLabel('Caption').fill('Router');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose a picture, or give its address.')).toBeVisible();
  await page.getByLabel('Or by its address on the web').fill('https://192.168.0.1/logo.png');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('private network');
  await expect(page.getByLabel('Caption')).toHaveValue('Router');
  await lookAt(page, 'image-new', info.project.name);
});

test('what was typed about a picture is kept, and no colleague overwritten', async ({ app }, info) => {
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await addImage(page, 'Fracture of the radius', 'X-ray', '#445566');

  await test.step('a new image: asked about before it is left, kept while the place is locked', async () => {
    await page.getByRole('link', { name: 'Images' }).first().click();
    await page.getByRole('link', { name: 'Add an image' }).click();
    await page.getByLabel('Caption').fill('Psoriasis of the elbow');
    await page.getByRole('link', { name: 'Dashboard' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click();
    await page.getByRole('button', { name: new RegExp(administrator.given) }).click();
    await page.getByRole('menuitem', { name: 'Lock now' }).click();
    await page.getByLabel(/^Password/).fill(administrator.password);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Caption')).toHaveValue('Psoriasis of the elbow');
    await expect(page.getByText('The picture itself was not kept: choose it again.')).toBeVisible();
    await lookAt(page, 'image-restored', host);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
  });

  await test.step('two at one image: field by field', async () => {
    await page.getByRole('link', { name: /Fracture/ }).click();
    await page.getByRole('link', { name: 'Edit' }).waitFor();
    await page.keyboard.press('e');
    await page.getByLabel('Caption').fill('Fracture of the distal radius');
    const other = await app.openAnother();
    // Where the same person would find their own draft again, somebody else would not.
    await other.getByRole('link', { name: 'Administration' }).click();
    await other.getByRole('main').getByRole('link', { name: 'Image library' }).click();
    await other.getByRole('link', { name: /Fracture/ }).click();
    await other.getByLabel('Tags').fill('X-ray, wrist');
    await other.keyboard.press('Control+s');
    await expect(other.getByRole('region', { name: 'History', exact: true })).toContainText('X-ray → X-ray, wrist');

    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Somebody else saved this in the meantime' });
    await expect(dialog.getByRole('radio', { name: 'Caption: Mine' })).toBeChecked();
    await expect(dialog.getByRole('radio', { name: 'Tags: Colleague’s' })).toBeChecked();
    await lookAt(page, 'image-conflict', host);
    await dialog.getByRole('button', { name: 'Save these values' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('distal');
    await expect(page.getByText('X-ray, wrist')).toBeVisible();
  });
});

const isLoaded = (element: Element) => element instanceof HTMLImageElement && element.naturalWidth > 0;
