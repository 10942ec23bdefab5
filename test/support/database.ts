import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase, type Writer } from '#db/index.ts';
import { insertPatient, type NewPatient, nextMrn, type Patient } from '#db/queries/people/patients.ts';

export const testKey = Buffer.alloc(32, 7);
export const testToday = '2026-06-15';

/** A new encrypted database in a temporary folder; it goes when the test does, or when `whenDone` says so. */
export async function temporaryDatabase(
  whenDone: (cleanUp: () => Promise<void>) => void = onTestFinished,
): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-db-'));
  const db = await openDatabase(join(folder, 'clinic.db'), testKey, { migrations: 'db/sqlite/migrations' });
  whenDone(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

/** Adds a patient of whom a test says only what matters to it. */
export async function addPatient(tx: Writer, values: Partial<NewPatient>): Promise<Patient> {
  const unremarkable = { familyName: 'Nemo', birthDate: '1980-01-01', createdAt: 1, updatedAt: 1 };
  return insertPatient(tx, { ...unremarkable, mrn: values.mrn ?? (await nextMrn(tx)), ...values });
}
