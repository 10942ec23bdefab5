import { expect, test } from 'vitest';
import { loadDemo } from '#db/demo/loadDemo.ts';
import { demoPatients } from '#db/demo/patients.ts';
import type { Database, Reader } from '#db/index.ts';
import { listDoctors } from '#db/queries/people/doctors.ts';
import { getPatient } from '#db/queries/people/patients.ts';
import { searchPatients } from '#db/queries/people/searchPatients.ts';
import { fold } from '#db/search/fold.ts';
import { connect, sqliteBeneath } from '#db/sqlite/connection.ts';
import { addPatient, temporaryDatabase, testKey, testToday } from '#test/support/database.ts';

const now = Date.parse(testToday);

function facts(db: Database) {
  return db.read(async (reader) => {
    const sqlite = sqliteBeneath(reader);
    const one = (sql: string) => sqlite.prepare(sql).pluck().get() as number;
    return {
      patients: one('select count(*) from patient'),
      indexed: one(`select count(*) from patient_search where patient_search match '"="*'`),
      tallied: one('select sum(patients) from patient_tally'),
      words: one('select sum(uses) from name_word'),
      distinctMrns: one('select count(distinct mrn) from patient'),
      schema: sqlite.prepare('select type, name, sql from sqlite_schema order by name').all(),
      integrity: sqlite.pragma('integrity_check', { simple: true }),
    };
  });
}

async function expectAllFound(db: Database, ids: number[]) {
  const lookUp = async (reader: Reader) => {
    for (const id of ids) {
      const patient = await getPatient(reader, id);
      const text = `${patient?.familyName} ${patient?.givenName} ${patient?.birthDate}`;
      const found = await searchPatients(reader, { text, filters: { status: 'all' }, today: testToday });
      expect(
        found.rows.map((row) => row.id),
        text,
      ).toContain(id);
    }
  };
  await db.read(async (reader) => lookUp(reader));
}

test('adds patients to those there are, and the ten doctors once', async () => {
  const db = await temporaryDatabase();
  await db.write(async (tx) => addPatient(tx, { familyName: 'First', mrn: 'P-000003' }));
  for (const seed of [1, 2]) await loadDemo(db.file, testKey, { patients: 600, seed, now });
  const { patients, indexed, tallied, distinctMrns, integrity } = await facts(db);
  expect({ patients, indexed, tallied, distinctMrns, integrity }).toEqual({
    patients: 1201,
    indexed: 1201,
    tallied: 1201,
    distinctMrns: 1201,
    integrity: 'ok',
  });
  await expectAllFound(db, [1, 2, 700, 1201]);
  const doctors = await db.read(async (reader) => listDoctors(reader));
  expect(doctors.length).toBe(10);
  expect(Math.max(...doctors.map((d) => d.patients))).toBeGreaterThan(5 * Math.min(...doctors.map((d) => d.patients)));
});

test('a large load leaves the database as the migrations made it', async () => {
  const db = await temporaryDatabase();
  const { schema } = await facts(db);
  const progress: number[] = [];
  await loadDemo(db.file, testKey, { patients: 50_000, seed: 1, now, onProgress: ({ done }) => progress.push(done) });
  const after = await facts(db);
  expect(after).toMatchObject({ schema, patients: 50_000, indexed: 50_000, tallied: 50_000, integrity: 'ok' });
  expect(progress.at(-1)).toBe(50_000);
  await expectAllFound(db, [1, 25_000, 50_000]);
  const { sqlite } = connect(db.file, testKey);
  expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
  sqlite.close();
  expect(await db.write(async (tx) => (await addPatient(tx, {})).mrn)).toBe('P-050001');
});

test.each([2000, 100_000])('a cancelled load of %i keeps whole batches, all of them findable', async (patients) => {
  const db = await temporaryDatabase();
  const stop = new AbortController();
  const onProgress = ({ done }: { done: number }) => done >= 1000 && stop.abort();
  const loaded = await loadDemo(db.file, testKey, { patients, seed: 1, now, onProgress, signal: stop.signal });
  expect(loaded).toBe(1000);
  expect(await facts(db)).toMatchObject({ patients: 1000, indexed: 1000, tallied: 1000, integrity: 'ok' });
  await expectAllFound(db, [1, 1000]);
});

test('a load that fails half-way leaves nothing behind, and every index in place', async () => {
  const db = await temporaryDatabase();
  const before = await facts(db);
  const fail = () => {
    throw new Error('the lights went out');
  };
  await expect(loadDemo(db.file, testKey, { patients: 60_000, seed: 1, now, onProgress: fail })).rejects.toThrow();
  expect(await facts(db)).toEqual(before);
});

test('the demo people are believable', () => {
  const people = demoPatients({ seed: 1, now, doctorIds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
  const some = Array.from({ length: 5000 }, () => people.next().value);
  const share = (of: (one: (typeof some)[number]) => boolean) => (100 * some.filter(of).length) / some.length;
  expect(some.every((one) => one.familyName && one.birthDate <= testToday && one.doctorId)).toBe(true);
  expect(share((one) => one.status === 'archived')).toBeCloseTo(3, 0);
  expect(share((one) => one.deceasedOn !== null)).toBeLessThan(2.5);
  expect(share((one) => one.birthDate > '2008')).toBeGreaterThan(12);
  expect(share((one) => one.birthDate < '1956')).toBeGreaterThan(8);
  expect(share((one) => /[^\p{sc=Latin}\s\p{P}\d]/u.test(one.familyName))).toBeGreaterThan(3);
  expect(share((one) => fold(one.familyName) !== one.familyName.toLowerCase())).toBeGreaterThan(10);
  const homes = new Map<string, Set<string>>();
  for (const one of some) homes.set(`${one.phone}`, (homes.get(`${one.phone}`) ?? new Set()).add(`${one.addressLine}`));
  expect(homes.size).toBeLessThan(3500);
  expect([...homes.values()].every((addresses) => addresses.size === 1)).toBe(true);
  const again = demoPatients({ seed: 1, now, doctorIds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
  expect(again.next().value).toEqual(some[0]);
});
