import { eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/index.ts';
import { patient } from '#db/schema/people/patient.ts';

/** The id of the patient with this MRN, or undefined. */
export async function patientWithMrn(reader: Reader, mrn: string): Promise<number | undefined> {
  const [row] = await reader.select({ id: patient.id }).from(patient).where(eq(patient.mrn, mrn));
  return row?.id;
}

/** The MRNs of these patients, by their ids. */
export async function mrnsOf(reader: Reader, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.select({ id: patient.id, mrn: patient.mrn }).from(patient).where(inArray(patient.id, ids));
  return new Map(rows.map(({ id, mrn }) => [id, mrn]));
}
