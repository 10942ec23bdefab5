import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addPatient, formOf } from '#test/support/people.ts';
import { counted, folderOf, importHere } from './support.ts';

/** What a file may do to what the clinic has written itself. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };
const phone = (value: string, use = 'home') => ({ system: 'phone', use, value });
const person = (id: string, mrn: string, telecom: object[] = []) => ({
  resourceType: 'Patient',
  id,
  identifier: mrn ? [{ type: MR, system: `http://${id}.example`, value: mrn }] : [],
  name: [{ family: 'Quillfeather', given: [id] }],
  gender: 'female',
  birthDate: '1984-03-12',
  telecom,
});

const run = (people: object[], dryRun = false) => {
  const entry = people.map((resource) => ({ resource }));
  const text = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
  return importHere(clinic.backend, 'fhir', folderOf({ 'a.json': text }), { dryRun });
};

const only = async () => {
  const { rows } = await clinic.admin.patients.search({ text: 'Quillfeather' });
  return clinic.admin.patients.get({ id: rows[0]?.id ?? 0 });
};

describe('a file over what is there', () => {
  it('adds its phones and addresses to ours and takes none of them away', async () => {
    await run([person('zenobia', 'H-1', [phone('555-1000', 'mobile'), phone('555-2000')])]);
    const before = await only();
    const ours = { system: 'phone' as const, use: 'work' as const, value: '555-9999' };
    const form = { ...formOf(before), contacts: [...before.contacts, ours], notes: 'our own words', city: 'Lincoln' };
    await clinic.admin.patients.update({ id: before.id, version: before.version, patient: form });

    const report = await run([person('zenobia', 'H-1', [phone('555-1000', 'mobile'), phone('555-3000')])]);
    expect(report.patients).toEqual(counted(0, 1));
    const after = await only();
    expect(after.contacts).toEqual([...before.contacts, ours, { system: 'phone', use: 'home', value: '555-3000' }]);
    expect(after).toMatchObject({ notes: 'our own words', city: 'Lincoln', mrn: before.mrn });
    expect((await run([person('zenobia', 'H-1', [phone('555-1000', 'mobile'), phone('555-3000')])])).patients).toEqual(
      counted(0, 0, 1),
    );
  });

  it('without phones leaves ours alone', async () => {
    await run([person('zenobia', 'H-1', [phone('555-1000', 'mobile'), phone('555-2000')])]);
    const { contacts } = await only();
    expect(contacts).toHaveLength(1);
    expect((await run([person('zenobia', 'H-1')])).patients).toEqual(counted(0, 0, 1));
    expect((await only()).contacts).toEqual(contacts);
  });
});

describe('a dry run', () => {
  it('tells what the run will: a number that stands twice in the file, or belongs to somebody here', async () => {
    await addPatient(clinic.admin, { mrn: 'H-9' });
    const people = [person('one', 'H-1'), person('two', 'H-1'), person('three', 'H-9'), person('four', 'H-4')];
    const tried = await run(people, true);
    expect(tried.patients).toEqual(counted(2, 0, 0, 2));
    expect(tried.problems.map(({ reason }) => reason)).toEqual([
      'The MRN H-1 already belongs to another patient.',
      'The MRN H-9 already belongs to another patient.',
    ]);
    expect((await clinic.admin.patients.count({})).count).toBe(1);
    const { dryRun: _, ...told } = tried;
    expect(await run(people)).toMatchObject(told);
    expect((await clinic.admin.patients.count({})).count).toBe(3);
  });

  it('knows a person that the file itself brings, as the run does', async () => {
    const people = [person('one', 'H-1'), person('one', 'H-1')];
    expect((await run(people, true)).patients).toEqual(counted(1, 0, 1));
    expect((await run(people)).patients).toEqual(counted(1, 0, 1));
  });
});
