import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { addPatient, lookAt, seriousProblems, setUpClinic, signIn } from './steps.ts';

const patients = async (page: Page) => {
  await page.getByRole('link', { name: 'Patients', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
};

/** Types into the list's search box, in place of what stood there. */
const lookFor = async (page: Page, text: string) => {
  await page.getByLabel('Search patients', { exact: true }).fill(text);
  await expect(page.locator(`[data-results-for="${text}"]`)).toBeVisible();
};

async function archive(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Archive patient' }).click();
  await expect(page.getByText(`${name} is archived.`).first()).toBeVisible();
}

async function typePalette(page: Page, text: string): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search everything' }).fill(text);
  return page.getByRole('listbox').getByRole('option', { selected: true });
}

test('archived patients are found, their number first, and nobody is opened unseen', async ({ app }, info) => {
  test.setTimeout(180_000);
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await addPatient(page, { family: 'Hawthorne', given: 'Beatrix', born: '12 mar 1984' });
  await archive(page, 'Beatrix Hawthorne');
  await addPatient(page, { family: 'Hawthorne', given: 'Zoe', born: '5 may 1991' });
  await patients(page);

  await test.step('the list finds them below who is active, and marks them', async () => {
    await expect(page.getByRole('row')).toHaveCount(2);
    await lookFor(page, 'hawthorne');
    await expect(page.getByRole('row').nth(1)).toContainText('Zoe');
    await expect(page.getByRole('row').nth(2)).toContainText(/Beatrix.*Archived/);
    await lookAt(page, 'finding-archived', host);
  });

  await test.step('their number comes first, and Enter opens their page', async () => {
    await page.getByRole('row').nth(1).click();
    await lookFor(page, '1');
    const chosen = page.getByRole('row', { selected: true });
    await expect(chosen).toContainText(/Beatrix.*1984.*P-000001/);
    const box = page.getByLabel('Search patients', { exact: true });
    await expect(box).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
    await box.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Beatrix');
    await page.keyboard.press('Escape');
  });

  await test.step('a list of active ones says that they are left out, and shows them', async () => {
    await lookFor(page, 'beatrix');
    await page.getByLabel('Status').selectOption('Active');
    await expect(page.getByText('No active patient matches “beatrix”')).toBeVisible();
    await lookAt(page, 'finding-left-out', host);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByRole('row', { selected: true })).toContainText('Beatrix');
    await lookFor(page, 'hawthorne');
    await page.getByLabel('Status').selectOption('Active');
    await expect(page.getByRole('status').filter({ hasText: '1 archived fits.' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });

  await test.step('whoever is not there is begun with what was typed', async () => {
    await lookFor(page, 'okonkwo ada 3.4.85');
    await page.getByRole('main').getByRole('link', { name: 'New patient' }).last().click();
    await expect(page.getByLabel('Family name')).toHaveValue('Okonkwo');
    await expect(page.getByLabel('Given name')).toHaveValue('Ada');
    await expect(page.getByLabel('Date of birth')).toHaveValue(/1985/);
    await page.keyboard.press('Escape');
  });

  await test.step('the palette shows who it would open', async () => {
    const chosen = await typePalette(page, 'P-1');
    await expect(chosen).toContainText(/HAWTHORNE Beatrix.*1984.*P-000001.*Archived/);
    await lookAt(page, 'palette-chosen', host);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Beatrix');
  });
});

test('the palette knows its commands by their words, what was opened, and what it corrected', async ({ app }, info) => {
  const { page } = app;
  const host = info.project.name;
  await setUpClinic(page);
  await addPatient(page, { family: 'Lock', given: 'Patience', born: '12 mar 1984' });
  await patients(page);

  await test.step('what was opened lately stands there before anything is typed', async () => {
    const box = page.getByRole('combobox', { name: 'Search everything' });
    await expect(async () => {
      await page.keyboard.press('Control+k');
      const lately = page.getByRole('group', { name: 'Opened lately' });
      await expect(lately.getByRole('option', { name: /Patience Lock.*1984.*P-000001/ })).toBeVisible({
        timeout: 2_000,
      });
    }).toPass();
    const chosen = page.getByRole('listbox').getByRole('option', { selected: true });
    await expect(box).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
    await lookAt(page, 'palette-empty', host);
    await page.keyboard.press('ArrowDown');
    await expect(box).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
    await page.keyboard.press('Escape');
  });

  for (const [text, first] of [
    ['lock', 'Lock now'],
    ['new patient', 'New patient'],
    ['password', 'Sign-in and security'],
    ['patie', /LOCK Patience/],
  ] as const) {
    await test.step(`"${text}"`, async () => {
      await expect(await typePalette(page, text)).toHaveText(first);
      expect(await seriousProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });
  }

  await test.step('a slip', async () => {
    await expect(await typePalette(page, 'pateince')).toContainText('Patience');
    await expect(page.getByRole('dialog')).toContainText('Showing results for patience');
    await page.keyboard.press('Escape');
  });
});

/** Everything that has a scrollbar of its own, from top to bottom. */
const scrollers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, main, [role="grid"]')]
      .filter((element) => element.scrollHeight > element.clientHeight + 1)
      .map(({ tagName }) => tagName),
  );

test('the list stays still under the hand, and shows what is needed on a small screen', async ({ app }, info) => {
  test.setTimeout(180_000);
  await setUpClinic(app.page);
  await app.command(['demo', '--patients', '300', '--seed', '5']);
  await signIn(app.page);
  const { page } = app;
  await page.setViewportSize({ width: 1024, height: 700 });
  await patients(page);
  const grid = page.getByRole('grid', { name: 'Patients' });
  await grid.getByRole('row').nth(3).waitFor();

  await test.step('phone, birth date and number are in sight', async () => {
    for (const name of ['Born', 'MRN', 'Phone']) await expect(page.getByRole('columnheader', { name })).toBeVisible();
    await lookAt(page, 'patients-1024', info.project.name);
  });

  await test.step('choosing a row that is half in sight moves nothing', async () => {
    await grid.evaluate((element) => element.scrollTo(0, 22));
    const box = await grid.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 200, (box?.y ?? 0) + (box?.height ?? 0) - 12);
    await expect(grid.getByRole('row', { selected: true })).toHaveCount(1);
    expect(await grid.evaluate((element) => element.scrollTop)).toBe(22);
  });

  await test.step('with the preview beside them the rows still say birth date and number', async () => {
    await page.keyboard.press(' ');
    await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible();
    const chosen = grid.getByRole('row', { selected: true });
    await expect(chosen.getByText(/^P-\d{6}$/)).toBeVisible();
    await lookAt(page, 'patients-1024-preview', info.project.name);
    await page.keyboard.press('Escape');
  });

  await test.step('a record scrolls once', async () => {
    await grid.getByRole('row').nth(5).dblclick();
    await page.getByRole('button', { name: 'Bookmark' }).waitFor();
    expect(await scrollers(page)).not.toContain('HTML');
    const crumbs = page.getByRole('navigation', { name: 'You are here' });
    const mark = (at: number) =>
      crumbs
        .getByRole('listitem')
        .nth(at)
        .evaluate((item) => {
          const [before, after] = [getComputedStyle(item, '::before'), getComputedStyle(item, '::after')];
          return before.content + after.content;
        });
    expect(await mark(0)).toBe('nonenone');
  });

  await test.step('marking a row in Administration moves none', async () => {
    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Patients' }).click();
    const table = page.getByRole('grid', { name: 'Patients' });
    const row = table.getByRole('row').nth(3);
    await row.waitFor();
    const before = await row.boundingBox();
    await row.getByRole('checkbox').click();
    await expect(page.getByRole('region', { name: '1 selected' })).toBeVisible();
    expect(await row.boundingBox()).toEqual(before);
    await lookAt(page, 'administration-marked', info.project.name);
  });
});
