import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(async () => {
  vi.useRealTimers();
  await clinic.backend.close();
});

/** Who of these is 42 on that day, by the list, its count and the search. */
async function aged42(day: string, births: string[]): Promise<string[]> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T12:00:00`) });
  for (const birthDate of births) await addPatient(clinic.admin, { familyName: 'Birthday', birthDate });
  const { patients } = clinic.admin;
  const filters = { ageFrom: 42, ageTo: 42 };
  const listed = (await patients.list({ filters })).rows.map(({ birthDate }) => birthDate).sort();
  const found = (await patients.search({ text: 'birthday', filters })).rows.map(({ birthDate }) => birthDate).sort();
  expect(found).toEqual(listed);
  expect(await patients.count({ filters })).toMatchObject({ count: listed.length });
  return listed;
}

it('a patient is a year older from the birthday on', async () => {
  const births = ['1983-03-11', '1983-03-12', '1983-03-13', '1984-03-11', '1984-03-12', '1984-03-13'];
  expect(await aged42('2026-03-12', births)).toEqual(['1983-03-13', '1984-03-11', '1984-03-12']);
});

it('whoever was born on the 29th of February is a year older on the 1st of March, where there is no 29th', async () => {
  expect(await aged42('2026-02-28', ['1984-02-29', '1984-02-28'])).toEqual(['1984-02-28']);
  expect(await aged42('2026-03-01', [])).toEqual(['1984-02-28', '1984-02-29']);
});
