import { expect, test } from 'vitest';
import { loadDemo } from '#db/demo/loadDemo.ts';
import type { Database } from '#db/index.ts';
import { countPatients } from '#db/queries/people/countPatients.ts';
import { listPatients, type PatientListing, type PatientSort } from '#db/queries/people/listPatients.ts';
import type { PatientRow } from '#db/queries/people/patientRow.ts';
import type { PatientFilters } from '#db/search/filters.ts';
import { sqliteBeneath } from '#db/sqlite/connection.ts';
import { pageSql } from '#db/sqlite/patientPages.ts';
import { addPatient, temporaryDatabase, testKey, testToday } from '#test/support/database.ts';

async function clinicOf(patients: number): Promise<Database> {
  const db = await temporaryDatabase();
  await loadDemo(db.file, testKey, { patients, seed: 5, now: Date.parse(testToday) });
  return db;
}

const sorts: PatientSort[] = ['name', 'birthDate', 'mrn', 'updated'];
const filters: PatientFilters[] = [
  {},
  { status: 'all' },
  { status: 'archived' },
  { doctorId: 2, status: 'all' },
  { doctorId: null },
  { ageFrom: 20, ageTo: 50 },
  { doctorId: 1, ageFrom: 99 },
];

test('paging forth and back gives every patient once, in order, whatever the order and filters', async () => {
  const db = await clinicOf(700);
  await db.read(async (reader) => {
    for (const sort of sorts)
      for (const direction of ['ascending', 'descending'] as const)
        for (const filter of filters) {
          const listing: PatientListing = { sort, direction, filters: filter, today: testToday, limit: 90 };
          const forth: PatientRow[] = [];
          let page = await listPatients(reader, listing);
          forth.push(...page.rows);
          while (page.next) {
            page = await listPatients(reader, { ...listing, after: page.next });
            forth.push(...page.rows);
          }
          const back = [...page.rows];
          while (page.previous) {
            page = await listPatients(reader, { ...listing, before: page.previous });
            back.unshift(...page.rows);
          }
          expect(back).toEqual(forth);
          expect(new Set(forth.map((row) => row.id)).size).toBe(forth.length);
          expect(await countPatients(reader, filter, testToday)).toEqual({ patients: forth.length, atLeast: false });
          if (sort === 'mrn')
            expect(forth.map((row) => row.mrn)).toEqual(
              inOrder(
                forth.map((row) => row.mrn),
                direction,
              ),
            );
          if (sort === 'birthDate')
            expect(forth.map((row) => row.birthDate)).toEqual(
              inOrder(
                forth.map((row) => row.birthDate),
                direction,
              ),
            );
        }
  });
});

function inOrder(keys: string[], direction: 'ascending' | 'descending'): string[] {
  const sorted = keys.toSorted();
  return direction === 'ascending' ? sorted : sorted.reverse();
}

test('every page is read from an index: nothing is scanned, and nothing sorted but a rare age', async () => {
  const db = await temporaryDatabase();
  await db.read(async (reader) => {
    const plan = (sql: string) => {
      const nothing = Array.from(sql.matchAll(/\?/g), () => null);
      const steps = sqliteBeneath(reader)
        .prepare(`explain query plan ${sql}`)
        .all(...nothing) as Array<{ detail: string }>;
      return steps.map((step) => step.detail).join('\n');
    };
    for (const sort of sorts)
      for (const bound of sort === 'name' ? (['none', 'cursor', 'letters'] as const) : (['none', 'cursor'] as const))
        for (const [ascending, doctor, age, statuses] of [
          [true, true, true, 2],
          [false, false, false, 1],
          [true, false, true, 1],
          [false, true, false, 2],
        ] as const) {
          const shape = { sort, ascending, doctor, age, bound };
          expect(plan(pageSql({ ...shape, few: false }, statuses))).not.toMatch(/SCAN|TEMP B-TREE/);
          expect(plan(pageSql({ ...shape, few: true }, statuses))).not.toMatch(/SCAN/);
        }
  });
});

test('jumps to letters in the list by name', async () => {
  const db = await temporaryDatabase();
  await db.write(async (tx) => {
    for (const familyName of ['Adams', 'Baker', 'Çelik', 'Clark', 'Dean']) await addPatient(tx, { familyName });
  });
  const names = (listing: Partial<PatientListing>) =>
    db.read(async (reader) => {
      const { rows } = await listPatients(reader, {
        sort: 'name',
        direction: 'ascending',
        today: testToday,
        ...listing,
      });
      return rows.map((row) => row.familyName);
    });
  expect(await names({ startAt: 'Ç' })).toEqual(['Çelik', 'Clark', 'Dean']);
  expect(await names({ startAt: 'bz' })).toEqual(['Çelik', 'Clark', 'Dean']);
  expect(await names({ startAt: 'c', direction: 'descending' })).toEqual(['Clark', 'Çelik', 'Baker', 'Adams']);
});

test('marks namesakes born within two years', async () => {
  const db = await temporaryDatabase();
  await db.write(async (tx) => {
    for (const birthDate of ['1980-05-01', '1982-05-01', '1990-01-01'])
      await addPatient(tx, { familyName: 'Twin', birthDate });
    await addPatient(tx, { familyName: 'Twin', birthDate: '1990-02-01', status: 'archived' });
  });
  const { rows } = await db.read((reader) =>
    listPatients(reader, { sort: 'name', direction: 'ascending', today: testToday }),
  );
  expect(rows.map((row) => row.sameName)).toEqual([true, true, false]);
});

test('counts ages up to a limit', async () => {
  const db = await clinicOf(300);
  await db.read(async (reader) => {
    expect(await countPatients(reader, { ageFrom: 0 }, testToday, 100)).toEqual({ patients: 100, atLeast: true });
  });
});

test("refuses another list's cursor", async () => {
  const db = await clinicOf(5);
  await db.read(async (reader) => {
    const listing: PatientListing = { sort: 'name', direction: 'ascending', today: testToday, limit: 2 };
    const { next: after } = await listPatients(reader, listing);
    await expect(listPatients(reader, { ...listing, sort: 'mrn', after })).rejects.toThrow(RangeError);
    await expect(listPatients(reader, { ...listing, after: 'nonsense' })).rejects.toThrow(RangeError);
  });
});
