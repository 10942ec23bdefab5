import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { administrator, setUpClinic, signIn } from './steps.ts';

/** Scrolls on until so many pages of a hundred rows have come. */
async function scrollFar(grid: Locator, pages: number): Promise<void> {
  for (let page = 0; page < pages; page += 1) {
    const before = await grid.evaluate((element) => element.scrollTop);
    await grid.hover();
    await grid.page().mouse.wheel(0, 100 * 44);
    await expect.poll(() => grid.evaluate((element) => element.scrollTop)).not.toBe(before);
    await grid.page().waitForTimeout(60);
  }
}

/** The row that stands first below the columns' names, and how much of it is hidden there. */
const firstRow = (grid: Locator): Promise<string> =>
  grid.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const at = top + 36 + 8;
    const row = document.elementFromPoint(left + 60, at)?.closest('[role="row"]');
    return `${row?.textContent} ${Math.round(at - (row?.getBoundingClientRect().top ?? 0))}`;
  });

async function lockAndUnlock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Ada Moreau' })).toBeVisible();
  await page.getByLabel(/^Password/).fill(administrator.password);
  await page.keyboard.press('Enter');
}

test('a list is where one left it, deep in it, after a record and after the lock', async ({ app }) => {
  test.setTimeout(180_000);
  await setUpClinic(app.page);
  await app.command(['demo', '--patients', '3000', '--seed', '5']);
  await signIn(app.page);
  const { page } = app;

  await test.step('the patients', async () => {
    await page.getByRole('link', { name: 'Patients' }).first().click();
    const grid = page.getByRole('grid', { name: 'Patients' });
    await grid.getByRole('row').nth(1).waitFor();
    await scrollFar(grid, 17);
    const left = await firstRow(grid);
    await grid.getByRole('row').nth(14).dblclick();
    await page.getByRole('button', { name: 'Bookmark' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => firstRow(grid)).toBe(left);
    await lockAndUnlock(page);
    await expect.poll(() => firstRow(grid)).toBe(left);
    await scrollFar(grid, 1);
    await grid.evaluate((element) => element.scrollTo(0, 0));
    await expect.poll(() => grid.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  });

  await test.step('a table of Administration', async () => {
    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Patients' }).click();
    const grid = page.getByRole('grid', { name: 'Patients' });
    await grid.getByRole('row').nth(1).waitFor();
    await scrollFar(grid, 6);
    const left = await firstRow(grid);
    await grid.getByRole('row').nth(14).dblclick();
    await page.getByRole('region', { name: 'History', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => firstRow(grid)).toBe(left);
    await lockAndUnlock(page);
    await expect.poll(() => firstRow(grid)).toBe(left);
  });
});
