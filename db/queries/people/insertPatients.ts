import type { Writer } from '#db/engine.ts';
import * as bulk from '#db/sqlite/bulkInsert.ts';
import type { NewPatient } from './patients.ts';

/** Adds many patients, several times as fast as one by one. Answers their ids. Raises when an MRN is taken. */
export async function insertPatients(tx: Writer, patients: NewPatient[]): Promise<number[]> {
  return bulk.insertPatients(tx, patients);
}
