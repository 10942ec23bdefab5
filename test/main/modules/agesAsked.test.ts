import { afterEach, beforeEach, expect, it } from 'vitest';
import { today } from '#contract/fields.ts';
import { startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const YEARS = 42;

/** The day `years` before today, some days later. */
function born(years: number, days = 0): string {
  const now = new Date();
  return today(new Date(now.getFullYear() - years, now.getMonth(), now.getDate() + days));
}

it('a patient is a year older from the birthday on, in the list, its count and the search', async () => {
  const names = {
    dayBefore: born(YEARS, 1),
    birthday: born(YEARS),
    dayAfter: born(YEARS, -1),
    last: born(YEARS + 1, 1),
  };
  for (const [givenName, birthDate] of Object.entries({ ...names, older: born(YEARS + 1) }))
    await addPatient(clinic.admin, { familyName: 'Birthday', givenName, birthDate });
  const { patients } = clinic.admin;
  const expected = ['birthday', 'dayAfter', 'last'];
  const filters = { ageFrom: YEARS, ageTo: YEARS };
  const namesOf = ({ rows }: { rows: Array<{ givenName: string }> }) => rows.map(({ givenName }) => givenName).sort();
  expect(namesOf(await patients.list({ filters }))).toEqual(expected);
  expect(namesOf(await patients.search({ text: 'birthday', filters }))).toEqual(expected);
  expect(await patients.count({ filters })).toMatchObject({ count: 3 });
});
