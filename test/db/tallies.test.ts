import { expect, test } from 'vitest';
import type { Database } from '#db/index.ts';
import { insertDoctor } from '#db/queries/people/doctors.ts';
import { deletePatient, updatePatient } from '#db/queries/people/patients.ts';
import { inTransaction, withoutIndexes } from '#db/sqlite/bulk.ts';
import { recountPatients } from '#db/sqlite/bulkInsert.ts';
import { connect, sqliteBeneath } from '#db/sqlite/connection.ts';
import { patientTallies } from '#db/sqlite/patientTallies.ts';
import { addPatient, temporaryDatabase, testKey, testToday } from '#test/support/database.ts';

const now = Date.parse(testToday);

/** Every tally as the triggers keep it, and as it is counted from the patients. */
function tallies(db: Database) {
  return db.read(async (reader) => {
    const sqlite = sqliteBeneath(reader);
    const rowsOf = (query: string) =>
      sqlite
        .prepare(query)
        .all()
        .map((row) => JSON.stringify(row))
        .sort();
    return Object.entries(patientTallies).map(([table, counted]) => ({
      table,
      kept: rowsOf(`select * from ${table} where patients <> 0`),
      counted: rowsOf(counted),
    }));
  });
}

async function expectRight(db: Database, after: string): Promise<void> {
  for (const { table, kept, counted } of await tallies(db)) expect(kept, `${table} after ${after}`).toEqual(counted);
}

const triggers = (db: Database) =>
  db.read(async (reader) =>
    sqliteBeneath(reader)
      .prepare("select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'patient' order by name")
      .all(),
  );

/** One change of each kind that a tally counts by, looked at after each. */
async function expectKept(db: Database): Promise<void> {
  const doctor = await db.write(async (tx) =>
    insertDoctor(tx, { familyName: 'House', workingHours: [], createdAt: 1, updatedAt: 1 }),
  );
  const added = await db.write(async (tx) =>
    addPatient(tx, { sex: 'female', birthDate: '1984-03-12', createdAt: now }),
  );
  await expectRight(db, 'an addition');
  const changes = [
    ['a doctor', { doctorId: doctor.id }],
    ['another birth date', { birthDate: '1990-07-01' }],
    ['another sex', { sex: 'other' as const }],
    ['archiving', { status: 'archived' as const }],
    ['a change while archived', { birthDate: '1991-01-01', doctorId: null }],
    ['bringing back', { status: 'active' as const }],
    ['a death', { deceasedOn: '2026-01-02' }],
    ['a change after death', { sex: 'male' as const }],
    ['a death taken back', { deceasedOn: null }],
    ['a change that counts for nothing', { city: 'Leiden' }],
  ] as const;
  let patient = added;
  for (const [name, change] of changes) {
    const changed = await db.write(async (tx) => updatePatient(tx, patient, { ...change, updatedAt: now }));
    expect(changed, name).toBeDefined();
    patient = changed ?? patient;
    await expectRight(db, name);
  }
  await db.write(async (tx) => deletePatient(tx, patient.id));
  await expectRight(db, 'a deletion');
}

test('are right after every change of a patient', async () => {
  await expectKept(await temporaryDatabase());
});

test('are kept by the same triggers after a load that took these off and counted anew', async () => {
  const db = await temporaryDatabase();
  const before = await triggers(db);
  expect(before.length).toBeGreaterThan(8);
  const { sqlite, orm } = connect(db.file, testKey);
  for (const birthDate of ['1950-01-01', '1970-01-01']) {
    await inTransaction(sqlite, async () => {
      const putBack = withoutIndexes(sqlite, 'patient');
      for (let i = 0; i < 20; i += 1) await addPatient(orm, { birthDate, status: i % 4 === 0 ? 'archived' : 'active' });
      putBack();
      recountPatients(orm);
    });
    await expectRight(db, 'a load');
    expect(await triggers(db)).toEqual(before);
  }
  sqlite.close();
  await expectKept(db);
});

test('are counted anew from whatever they held', async () => {
  const db = await temporaryDatabase();
  await db.write(async (tx) => {
    for (let i = 0; i < 5; i += 1) await addPatient(tx, {});
    for (const table of Object.keys(patientTallies)) sqliteBeneath(tx).exec(`update ${table} set patients = 77`);
  });
  await db.write(async (tx) => recountPatients(tx));
  await expectRight(db, 'counting anew');
  await expectKept(db);
});

test('stand as they were after a load that failed in the middle', async () => {
  const db = await temporaryDatabase();
  await db.write((tx) => addPatient(tx, {}));
  const before = await triggers(db);
  const { sqlite, orm } = connect(db.file, testKey);
  const load = inTransaction(sqlite, async () => {
    withoutIndexes(sqlite, 'patient');
    await addPatient(orm, {});
    throw new Error('the disk is full');
  });
  await expect(load).rejects.toThrow('the disk is full');
  sqlite.close();
  expect(await triggers(db)).toEqual(before);
  await expectKept(db);
});
