import type { Patient } from '#contract/people/patients.ts';
import type { Reader } from '#db/index.ts';
import { getDoctor } from '#db/queries/people/doctors.ts';
import { getPatient, type Patient as StoredPatient } from '#db/queries/people/patients.ts';
import { notFound } from '#main/refusal.ts';

/** The patient as pages see them, with their doctor. Raises NOT_FOUND. */
export async function loadPatient(reader: Reader, id: number): Promise<Patient> {
  const row = await getPatient(reader, id);
  if (!row) throw notFound();
  return withDoctor(reader, row);
}

/** A stored patient together with the doctor they point to. */
export async function withDoctor(reader: Reader, row: StoredPatient): Promise<Patient> {
  return { ...row, doctor: (row.doctorId && (await getDoctor(reader, row.doctorId))) || null };
}
