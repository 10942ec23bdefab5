import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';

export const administrator = { given: 'Ada', family: 'Moreau', username: 'ada', password: 'violet-harbour-lantern-42' };

/** A required field's label ends in a star. */
const PASSWORD = /^Password(?: \*)?$/;

/** The first start, up to the start page, without demo patients. */
export async function setUpClinic(page: Page): Promise<void> {
  await page.getByLabel('Clinic name').fill('Harbour Street Clinic');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Given name').fill(administrator.given);
  await page.getByLabel('Family name').fill(administrator.family);
  await page.getByLabel('Username').fill(administrator.username);
  await page.getByLabel(PASSWORD).fill(administrator.password);
  await page.getByLabel('Password again').fill(administrator.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Open the clinic' }).click();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
}

/** Signs in by username and password, from the sign-in page with or without tiles. */
export async function signIn(page: Page, who = administrator): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  const someoneElse = page.getByRole('button', { name: 'Someone else' });
  if (await someoneElse.isVisible()) await someoneElse.click();
  await page.getByLabel('Username').fill(who.username);
  await page.getByLabel(PASSWORD).fill(who.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
}

/** A new patient by the form, from any page; ends on their page. */
export async function addPatient(
  page: Page,
  who: { family: string; given: string; born: string; doctor?: string },
): Promise<void> {
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill(who.family);
  await page.getByLabel('Given name').fill(who.given);
  await page.getByLabel('Date of birth').fill(who.born);
  await page.getByText('Female', { exact: true }).click();
  if (who.doctor) {
    await page.getByRole('combobox', { name: 'Doctor' }).fill(who.doctor.slice(0, 3));
    await page.getByRole('option', { name: new RegExp(who.doctor) }).click();
  }
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(who.given);
}

/** Opens the menu of whoever is signed in. */
export const openMenu = (page: Page) => page.getByRole('button', { name: /: your menu$/ }).click();

export async function signOut(page: Page): Promise<void> {
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
}

/** A part of My account. */
export async function openAccount(page: Page, part: string): Promise<void> {
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'My account' }).click();
  await page.getByRole('navigation', { name: 'My account' }).getByRole('link', { name: part }).click();
}

/** A table of Administration, such as `Users`. */
export async function openTable(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Sets rules of signing in, as an administrator does: `fill` is given the form. */
export async function setRules(page: Page, fill: (page: Page) => Promise<void>): Promise<void> {
  await openTable(page, 'Settings');
  await page.getByRole('link', { name: 'Accounts and signing in' }).click();
  await page.getByLabel(/until a workstation locks/).waitFor();
  await fill(page);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
}

/** A new patient's form with something typed in it, down the page. */
export async function typePatient(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill('Hawthorne');
  await page.getByLabel('Notes', { exact: true }).fill('Marked-for-nobody-else');
}

/** What axe finds serious or worse on the page as it stands. */
export async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}

/** Keeps a picture of the page once it is all there, light and dark, and asks axe about each. */
export async function lookAt(page: Page, name: string, host: string): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `test-results/screenshots/${host}/${name}-${scheme}.png` });
    expect(await seriousProblems(page), `${name}, ${scheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
