import { beforeAll, describe, expect, test } from 'vitest';
import type { Database, Reader } from '#db/index.ts';
import { insertDoctor } from '#db/queries/people/doctors.ts';
import { getPatient, type Patient, updatePatient } from '#db/queries/people/patients.ts';
import { searchPatients } from '#db/queries/people/searchPatients.ts';
import type { PatientFilters } from '#db/search/filters.ts';
import { addPatient, temporaryDatabase, testToday } from '#test/support/database.ts';

async function clinic(...whenDone: Parameters<typeof temporaryDatabase>): Promise<Database> {
  const db = await temporaryDatabase(...whenDone);
  await db.write(async (tx) => {
    const doctor = await insertDoctor(tx, { familyName: 'House', workingHours: [], createdAt: 1, updatedAt: 1 });
    await addPatient(tx, {
      mrn: 'P-004812',
      givenName: 'John',
      familyName: 'Smith',
      birthDate: '1984-03-12',
      phone: '+44 20 7946 0958',
      doctorId: doctor.id,
    });
    await addPatient(tx, {
      givenName: 'Mary Ann',
      familyName: "O'Brien",
      birthDate: '1990-12-03',
      phone: '(555) 123-4567',
      email: 'mary.ob@mail.example',
    });
    await addPatient(tx, {
      givenName: 'Jürgen',
      familyName: 'Müller-Lüdenscheidt',
      birthDate: '2012-01-31',
      phone: '030 1234999',
    });
    await addPatient(tx, { givenName: '伟', familyName: '王', birthDate: '1950-05-05' });
    await addPatient(tx, {
      givenName: 'Smitha',
      familyName: 'Nair',
      birthDate: '1984-03-30',
      status: 'archived',
      doctorId: doctor.id,
    });
    await addPatient(tx, {
      givenName: 'Joan',
      familyName: 'Smithers',
      birthDate: '1931-07-08',
      contacts: [{ system: 'phone', use: 'mobile', value: '07700 900123' }],
    });
  });
  return db;
}

async function find(db: Database, text: string, filters?: PatientFilters): Promise<string[]> {
  const { rows } = await db.read(async (reader) => searchPatients(reader, { text, filters, today: testToday }));
  return rows.map((row) => row.familyName);
}

describe('finds a patient', () => {
  let db: Database;
  beforeAll(async () => {
    let cleanUp = async () => {};
    db = await clinic((given) => {
      cleanUp = given;
    });
    return cleanUp;
  });

  test.each([
    ['smith jo', 'Smith'],
    ['john s', 'Smith'],
    ['obrien', "O'Brien"],
    ["o'brien", "O'Brien"],
    ['o brien', "O'Brien"],
    ['brien mary', "O'Brien"],
    ['maryann', "O'Brien"],
    ['muller', 'Müller-Lüdenscheidt'],
    ['mueller', 'Müller-Lüdenscheidt'],
    ['Lüdenscheidt', 'Müller-Lüdenscheidt'],
    ['王伟', '王'],
    ['P-004812', 'Smith'],
    ['p4812', 'Smith'],
    ['p 4812', 'Smith'],
    ['#004812', 'Smith'],
    ['MRN: 4812', 'Smith'],
    ['020 7946 0958', 'Smith'],
    ['+44 (0)20 7946 0958', 'Smith'],
    ['44207946', 'Smith'],
    ['7946-0958', 'Smith'],
    ['5551234567', "O'Brien"],
    ['+1 555 123 4567', "O'Brien"],
    ['555.123', "O'Brien"],
    ['+447700900123', 'Smithers'],
    ['mary.ob@mail.example', "O'Brien"],
    ['12 mar 1984', 'Smith'],
    ['March 12, 1984', 'Smith'],
    ['12 March 84', 'Smith'],
    ['12/03/1984', 'Smith'],
    ['3/12/1984', 'Smith'],
    ['12.3.84', 'Smith'],
    ['1984-03-12', 'Smith'],
    ['mar 1984', 'Smith'],
    ['03/1984', 'Smith'],
    ['1984', 'Smith'],
    ['84', 'Smith'],
    ['smith 1984', 'Smith'],
    ['1984 4812', 'Smith'],
    ['31.1.12', 'Müller-Lüdenscheidt'],
  ])('by "%s"', async (text, familyName) => {
    expect((await find(db, text)).at(0)).toBe(familyName);
  });

  test.each(['', '   ', '???', '"*^:()', 'nobody', 'smith 1985', '31/02/1984', '🙂'])(
    'but nobody by "%s"',
    async (text) => {
      expect(await find(db, text)).toEqual([]);
    },
  );

  test('family names that begin with the first word come first, in order of name', async () => {
    expect(await find(db, 'smith', { status: 'all' })).toEqual(['Smith', 'Smithers', 'Nair']);
  });

  test('of the status, doctor and age asked for', async () => {
    expect(await find(db, 'smith', { status: 'archived' })).toEqual(['Nair']);
    expect(await find(db, 'smith', { doctorId: 1 })).toEqual(['Smith']);
    expect(await find(db, 'smith', { doctorId: null })).toEqual(['Smithers']);
    expect(await find(db, 'smith', { ageFrom: 42, ageTo: 42 })).toEqual(['Smith']);
    expect(await find(db, 'j', { ageFrom: 90 })).toEqual(['Smithers']);
    expect(await find(db, 'smith', { ageFrom: 43, ageTo: 90 })).toEqual([]);
  });

  test.each([
    ['smiht', { from: 'smiht', to: 'smith' }],
    ['jon smith', { from: 'jon', to: 'john' }],
    ['jhon smi', { from: 'jhon', to: 'john' }],
    ['ludemscheidt', { from: 'ludemscheidt', to: 'ludenscheidt' }],
    ['ludemsch', { from: 'ludemsch', to: 'ludensch' }],
  ])('in spite of the slip in "%s", and says so', async (text, correction) => {
    const result = await db.read(async (reader) => searchPatients(reader, { text, today: testToday }));
    expect(result.rows.length).toBeGreaterThan(0);
    expect(result.corrected).toContainEqual(correction);
  });

  test('says when there are more', async () => {
    const search = { text: 'smith', today: testToday, limit: 1 };
    const result = await db.read(async (reader) => searchPatients(reader, search));
    expect(result).toMatchObject({ truncated: true, rows: [{ familyName: 'Smith' }] });
  });
});

/** The patient as stored now. */
async function stored(reader: Reader, id: number): Promise<Patient> {
  const row = await getPatient(reader, id);
  if (!row) throw new Error('there is no such patient');
  return row;
}

test('a changed patient is found by what they are now and no longer by what they were', async () => {
  const db = await clinic();
  await db.write(async (tx) =>
    updatePatient(tx, await stored(tx, 1), { familyName: 'Żak', phone: '', status: 'archived', updatedAt: 2 }),
  );
  expect(await find(db, 'zak', { status: 'all' })).toEqual(['Żak']);
  expect(await find(db, 'zak')).toEqual([]);
  expect(await find(db, 'smith 1984-03-12')).toEqual([]);
  expect(await find(db, '7946 0958', { status: 'all' })).toEqual([]);
});

test('a change that someone else got ahead of is refused', async () => {
  const db = await clinic();
  const before = await db.read(async (reader) => stored(reader, 1));
  const change = (familyName: string) =>
    db.write(async (tx) => updatePatient(tx, before, { familyName, updatedAt: 2 }));
  expect(await change('First')).toMatchObject({ familyName: 'First', version: 2 });
  expect(await change('Second')).toBeUndefined();
  expect(await find(db, 'second')).toEqual([]);
});
