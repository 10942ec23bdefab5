import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { lookAt, setUpClinic, typePatient } from './steps.ts';

/** Where it is said that a form was not saved: where the eyes are, however far down the page that is. */

const notes = (page: Page) => page.getByLabel('Notes', { exact: true });
const told = (page: Page) => page.getByRole('main').getByRole('alert');
const toast = (page: Page) => page.getByRole('region', { name: 'Notices' }).getByRole('alert');

/** A field is in sight and under nothing. */
async function isInSight(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label);
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport({ ratio: 1 });
  const isOnTop = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === element;
  };
  await expect.poll(() => field.evaluate(isOnTop)).toBe(true);
}

test('a form with wrong fields says so in sight, and leads to the first of them', async ({ app }, info) => {
  const { page } = app;
  await setUpClinic(page);
  if (!app.electron) await page.setViewportSize({ width: 1024, height: 700 });
  await typePatient(page);
  await expect(notes(page)).toBeInViewport();
  await expect(page.getByLabel('Date of birth')).not.toBeInViewport();

  await page.keyboard.press('Control+s');
  await expect(told(page)).toHaveText('Not saved yet: 2 fields need your attention.');
  await expect(told(page)).toBeInViewport();
  await expect(toast(page)).toContainText('2 fields need your attention');
  await expect(toast(page)).toBeInViewport();
  await isInSight(page, 'Date of birth');
  await lookAt(page, 'not-saved', info.project.name);

  await page.keyboard.type('1984-03-12');
  await expect(told(page)).toContainText('one field needs your attention');
  await page.getByText('Female', { exact: true }).click();
  await expect(told(page)).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hawthorne');
  await expect(page.getByText(/need your attention/)).toHaveCount(0);
});

test('a save that was lost on its way is told in sight and tried again there', async ({ app }, info) => {
  test.skip(app.electron !== null, 'a window’s port is out of a test’s reach');
  const { page } = app;
  await setUpClinic(page);
  let isUp = true;
  await page.routeWebSocket('**/rpc', (socket) => {
    if (!isUp) return void socket.close();
    const server = socket.connectToServer();
    socket.onMessage((message) => (isUp ? server.send(message) : void socket.close()));
    server.onMessage((message) => socket.send(message));
  });
  await page.reload();
  await typePatient(page);
  await page.getByLabel('Date of birth').fill('1984-03-12');
  await page.getByText('Female', { exact: true }).click();
  await notes(page).focus();
  await page.waitForTimeout(1_000);

  isUp = false;
  await page.keyboard.press('Control+s');
  await expect(told(page)).toContainText('What you entered is still here');
  await expect(told(page)).toBeInViewport();
  await expect(toast(page)).toBeInViewport();
  await expect(notes(page)).toBeFocused();
  await expect(notes(page)).toHaveValue('Marked-for-nobody-else');
  await lookAt(page, 'not-saved-no-line', info.project.name);

  isUp = true;
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
  await expect(again).toBeInViewport();
  await expect(async () => {
    await again.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hawthorne', { timeout: 2_000 });
  }).toPass();
});
