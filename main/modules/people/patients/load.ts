import type { Patient } from '#contract/people/patients.ts';
import type { Reader } from '#db/index.ts';
import { getDoctor } from '#db/queries/people/doctors.ts';
import { getPatient, type Patient as StoredPatient } from '#db/queries/people/patients.ts';
import { notFound } from '#main/refusal.ts';

/** The patient as pages see him, with his doctor. Raises NOT_FOUND. */
export function loadPatient(reader: Reader, id: number): Patient {
  const row = getPatient(reader, id);
  if (!row) throw notFound();
  return withDoctor(reader, row);
}

/** A stored patient together with the doctor he points to. */
export function withDoctor(reader: Reader, row: StoredPatient): Patient {
  return { ...row, doctor: (row.doctorId && getDoctor(reader, row.doctorId)) || null };
}
