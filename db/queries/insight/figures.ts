import type { Reader } from '#db/engine.ts';
import { statement } from '#db/sqlite/prepared.ts';

/** All of these read tallies that triggers keep; none looks at the patients themselves, however many there are. */

const QUARTER_MS = 900_000;

/** Active patients. */
export async function countActive(reader: Reader): Promise<number> {
  const query = "select coalesce(sum(patients), 0) from patient_tally where status = 'active'";
  return statement(reader, query).pluck().get() as number;
}

/** Patients registered from one instant up to (not including) another, both full quarters of an hour. */
export async function countRegistered(reader: Reader, from: number, to: number): Promise<number> {
  const query = 'select coalesce(sum(patients), 0) from patient_registration_tally where quarter >= ? and quarter < ?';
  return statement(reader, query)
    .pluck()
    .get(Math.floor(from / QUARTER_MS), Math.floor(to / QUARTER_MS)) as number;
}

export interface BirthTally {
  sex: 'female' | 'male' | 'other' | 'unknown';
  /** `YYYY-MM` */
  bornIn: string;
  patients: number;
}

/** Living, active patients by sex and month of birth. */
export async function birthTallies(reader: Reader): Promise<BirthTally[]> {
  const query = 'select sex, born_in as bornIn, patients from patient_birth_tally where patients > 0';
  return statement(reader, query).all() as BirthTally[];
}

/** Active patients by the id of their doctor; 0 stands for none. Most patients first. */
export async function patientsByDoctor(reader: Reader): Promise<Array<{ doctorId: number; patients: number }>> {
  const query = `select doctor_id as doctorId, patients from patient_tally
    where status = 'active' and patients > 0 order by patients desc, doctor_id`;
  return statement(reader, query).all() as Array<{ doctorId: number; patients: number }>;
}
