import type { Dialog, Page } from 'playwright';
import { expect } from 'playwright/test';
import { type App, test } from './app.ts';
import { addPatient, lookAt, setUpClinic, typePatient } from './steps.ts';

/** What happens when a window with unsaved changes is closed, to it and to the others. */

const question = (page: Page) => page.getByRole('dialog', { name: 'You have unsaved changes' });
const openPages = ({ electron }: App) => (electron?.windows() ?? []).length;
const search = (page: Page) => page.getByLabel('Search patients');

/** As by the cross of the window in front. */
async function pressClose({ electron }: App, page: Page): Promise<void> {
  const title = await page.title();
  await electron?.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getTitle() === wanted);
    window?.close();
  }, title);
}

async function openList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await search(page).waitFor();
}

/** Another window finds a patient and paints; what it says meanwhile is never that there is nobody. */
async function findsOkafor(page: Page): Promise<void> {
  await search(page).fill('');
  await search(page).fill('okaf');
  await expect(page.getByRole('row', { name: /okafor/i })).toBeVisible();
  await expect(page.getByText('1 found')).toBeVisible();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
}

test('while one window asks about unsaved changes, the other searches and paints', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  await addPatient(page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
  const other = await app.openAnother();
  await openList(other);
  await typePatient(page);

  if (app.electron) {
    await pressClose(app, page);
    await expect(question(page)).toBeVisible();
    await lookAt(page, 'closing', info.project.name);
    await findsOkafor(other);
    await question(page).getByRole('button', { name: 'Keep editing' }).click();
    await expect(question(page)).toBeHidden();
    await expect(page.getByLabel('Family name')).toHaveValue('Hawthorne');
    await pressClose(app, page);
    await question(page).getByRole('button', { name: 'Discard changes' }).click();
    await expect.poll(() => openPages(app)).toBe(1);
  } else {
    const asked = new Promise<Dialog>((resolve) => page.once('dialog', resolve));
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await findsOkafor(other);
    await dialog.accept();
    await expect.poll(() => page.isClosed()).toBe(true);
  }
  await findsOkafor(other);
});

test('quitting with several windows asks in each that holds unsaved changes', async ({ app }) => {
  const { electron, page } = app;
  test.skip(electron === null, 'a browser’s tabs are closed one by one');
  await setUpClinic(page);
  const other = await app.openAnother();
  const idle = await app.openAnother();
  await idle.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  await typePatient(page);
  await other.getByRole('link', { name: 'Doctors' }).first().click();
  await other.getByRole('heading', { name: 'Doctors', level: 1 }).waitFor();
  await other.keyboard.press('n');
  await other.getByLabel('Family name').fill('Lee');

  const ended = new Promise((resolve) => electron?.process().once('exit', resolve));
  await electron?.evaluate(({ app: program }) => setImmediate(() => program.quit()));
  await expect(question(page)).toBeVisible();
  await expect(question(other)).toBeVisible();
  await expect.poll(() => openPages(app)).toBe(2);
  await question(page).getByRole('button', { name: 'Discard changes' }).click();
  await expect.poll(() => openPages(app)).toBe(1);
  await question(other).getByRole('button', { name: 'Discard changes' }).click();
  await ended;
  await app.restart();
});

test('a page that does not put the question is asked for by the system', async ({ app }) => {
  const { electron, page } = app;
  test.skip(electron === null, 'a browser asks by itself');
  await page.getByLabel('Clinic name').waitFor();
  await electron?.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...words: unknown[]) => {
      const { message, buttons = [] } = words.at(-1) as Electron.MessageBoxOptions;
      asked.push(message);
      return { response: buttons.indexOf('Discard changes'), checkboxChecked: false };
    };
  });
  await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()));
  const ended = new Promise((resolve) => electron?.process().once('exit', resolve));
  await pressClose(app, page);
  await expect(page.getByLabel('Clinic name')).toBeVisible();
  await pressClose(app, page);
  await ended;
  await app.restart();
});
