import { array, assert, asyncProperty, constantFrom, integer, nat, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { demoPatients } from '#db/demo/patients.ts';
import type { Database, Reader } from '#db/index.ts';
import { deletePatient, getPatient, type Patient, updatePatient } from '#db/queries/people/patients.ts';
import { searchPatients } from '#db/queries/people/searchPatients.ts';
import { words } from '#db/search/fold.ts';
import { parseSearch } from '#db/search/parse.ts';
import { nameWords, searchTerms } from '#db/search/terms.ts';
import { sqliteBeneath } from '#db/sqlite/connection.ts';
import { fts5 } from '#db/sqlite/search/match.ts';
import { addPatient, temporaryDatabase, testToday } from '#test/support/database.ts';
import '#test/support/seed.ts';

const today = testToday;

async function population(size: number): Promise<Database> {
  const db = await temporaryDatabase();
  const people = demoPatients({ seed: 3, now: Date.parse(today), doctorIds: [] });
  await db.write(async (tx) => {
    for (let i = 0; i < size; i++) await addPatient(tx, { ...people.next().value, status: 'active' });
  });
  return db;
}

test('whatever is typed, parsing gives at most eight terms that FTS5 can read', async () => {
  const db = await temporaryDatabase();
  const typed = string({ unit: constantFrom(...'ab1984/-.+()#@"*^:{}\'é王 ,~=&P', ' mar ', ' AND ', ' NEAR(') });
  await db.read(async (reader) => {
    const match = sqliteBeneath(reader).prepare('select rowid from patient_search where patient_search match ?');
    const check = async (text: string) => {
      const terms = parseSearch(text, today);
      expect(terms.length).toBeLessThanOrEqual(8);
      if (terms.length > 0) match.all(terms.map((term) => fts5(term.match)).join(' AND '));
      await searchPatients(reader, { text, today });
    };
    await assert(asyncProperty(typed, check), { numRuns: 600 });
    await assert(asyncProperty(string({ unit: 'binary', maxLength: 300 }), check), { numRuns: 300 });
    for (const unit of ['1', '1 ', '1/', 'a-', 'mar ', '@', '(', '1.1.', "'"]) await check(unit.repeat(5000));
  });
});

test('every patient is found by each word of their name, by MRN, phone and birth date', async () => {
  const db = await population(150);
  await db.read(async (reader) => {
    for (let id = 1; id <= 150; id++) {
      const patient = await existing(reader, id);
      for (const text of waysToAsk(patient)) {
        const { rows } = await searchPatients(reader, { text, today, limit: 200 });
        expect(
          rows.map((row) => row.id),
          `"${text}" for ${patient.sortName} ${patient.birthDate}`,
        ).toContain(id);
      }
    }
  });
});

function waysToAsk({ familyName, givenName, middleName, mrn, phone, birthDate }: Patient): string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const monthName = new Date(birthDate).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
  return [
    ...words(`${familyName} ${givenName} ${middleName}`),
    `${givenName} ${familyName}`,
    `${familyName.toUpperCase()}, ${givenName.slice(0, 2)}`,
    mrn,
    mrn.replace('-', '').toLowerCase(),
    String(Number(mrn.slice(2))),
    phone,
    phone.replace(/\D/g, ''),
    `${day}/${month}/${year}`,
    `${Number(month)}-${Number(day)}-${year}`,
    `${day} ${monthName} ${year}`,
    `${monthName.slice(0, 3)} ${Number(day)}, ${year}`,
    `${familyName} ${birthDate}`,
  ];
}

test('a single slip in a name of four letters or more still finds the patient, unless it spells another', async () => {
  const db = await population(60);
  const slips = record({
    id: integer({ min: 1, max: 60 }),
    kind: nat(3),
    at: nat(),
    letter: constantFrom(...'aeiklmnorst'),
  });
  await db.read(async (reader) => {
    await assert(
      asyncProperty(slips, async ({ id, kind, at, letter }) => {
        const patient = await existing(reader, id);
        const word = words(patient.familyName).find((one) => /^[a-z]{4,}$/.test(one));
        if (!word) return;
        const typed = slip(word, kind, at, letter);
        const { rows, corrected } = await searchPatients(reader, { text: typed, today, limit: 200 });
        if (rows.length > 0 && !corrected) return;
        expect(
          rows.map((row) => row.id),
          `${typed} for ${word}`,
        ).toContain(id);
      }),
      { numRuns: 500 },
    );
  });
});

function slip(word: string, kind: number, at: number, letter: string): string {
  const letters = [...word];
  const place = at % letters.length;
  if (kind === 0) letters.splice(place, 1);
  if (kind === 1) letters.splice(place, 0, letter);
  if (kind === 2) letters[place] = letter;
  if (kind === 3) letters.splice(place, 2, ...letters.slice(place, place + 2).reverse());
  return letters.join('');
}

test('after any edits and removals the index is what a new one would be', async () => {
  const edit = record({
    id: integer({ min: 1, max: 12 }),
    remove: constantFrom(false, false, true),
    familyName: constantFrom('Smith', "O'Hara", 'Müller', 'Ng'),
    phone: constantFrom('', '020 7946 0958'),
    status: constantFrom('active' as const, 'archived' as const),
  });
  const db = await population(12);
  await assert(
    asyncProperty(array(edit, { maxLength: 8 }), async (edits) => {
      await db.write(async (tx) => {
        for (const { id, remove, ...changes } of edits) {
          const before = await getPatient(tx, id);
          if (!before) await addPatient(tx, changes);
          else if (remove) await deletePatient(tx, id);
          else await updatePatient(tx, before, { ...changes, updatedAt: 2 });
        }
        await expectFreshIndex(tx);
      });
    }),
    { numRuns: 30 },
  );
});

async function expectFreshIndex(reader: Reader): Promise<void> {
  const sqlite = sqliteBeneath(reader);
  const ids = sqlite.prepare('select id from patient order by id').pluck().all() as number[];
  const patients: Patient[] = [];
  for (const id of ids) patients.push(await existing(reader, id));
  const uses = new Map<string, number>();
  for (const word of patients.flatMap(nameWords)) uses.set(word, (uses.get(word) ?? 0) + 1);
  expect(new Map(sqlite.prepare('select word, uses from name_word').raw().all() as Array<[string, number]>)).toEqual(
    uses,
  );
  const found = sqlite.prepare('select rowid from patient_search where patient_search match ? order by rowid').pluck();
  for (const term of new Set(patients.flatMap(searchTerms))) {
    const having = patients.filter((patient) => searchTerms(patient).includes(term));
    expect(found.all(`"${term}"`)).toEqual(having.map((patient) => patient.id));
  }
}

async function existing(reader: Reader, id: number): Promise<Patient> {
  const patient = await getPatient(reader, id);
  if (!patient) throw new Error(`there is no patient ${id}`);
  return patient;
}
