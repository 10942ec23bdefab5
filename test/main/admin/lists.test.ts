import { afterEach, beforeEach, expect, it } from 'vitest';
import { translate } from '#main/texts.ts';
import { startClinic } from '#test/support/backend.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

it('opens every record that has a page by one click on its name', async () => {
  const tables = (await clinic.admin.admin.tables()).filter(({ hasRecords }) => hasRecords);
  const named = tables.filter(({ columns }) => columns.some(({ kind }) => kind === 'name'));
  expect(tables.length).toBeGreaterThan(5);
  expect(named.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
});

it('sorts the settings by the words that are shown, page by page too', async () => {
  const { rows } = await clinic.admin.admin.list({ table: 'settings' });
  const words = rows.map(({ id }) => translate(`admin.choices.setting.${id}`));
  expect(words.length).toBeGreaterThan(5);
  expect(words).toEqual(words.toSorted((one, other) => one.localeCompare(other, 'en')));
  const first = await clinic.admin.admin.list({ table: 'settings', limit: 3 });
  const rest = await clinic.admin.admin.list({ table: 'settings', cursor: String(first.next) });
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

it('asks for what a form cannot be saved without, numbers and choices too', async () => {
  const required = async (table: string) =>
    (await clinic.admin.admin.blank({ table })).fields.filter((field) => field.required).map(({ name }) => name);
  expect(await required('visitTypes')).toEqual(['name', 'minutes', 'minutesBefore', 'minutesAfter']);
  expect(await required('patients')).toContain('sex');
});
