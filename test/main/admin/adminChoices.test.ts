import { afterEach, beforeEach, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor } from '#test/support/people.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

it('forms of Administration offer no doctor who is archived, typed or not', async () => {
  const { admin } = clinic;
  await addDoctor(admin, { familyName: 'House', givenName: '' });
  const gone = await addDoctor(admin, { familyName: 'Housman', givenName: '' });
  await admin.doctors.archive({ id: gone.id, version: gone.version });
  const offered = async (text: string) =>
    (await admin.admin.choices({ table: 'doctors', text })).map(({ label }) => label);
  expect(await offered('')).toEqual(['House']);
  expect(await offered('hou')).toEqual(['House']);
});
