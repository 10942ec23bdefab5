import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { filled } from '#contract/ground/shape.ts';
import { doctorForm } from '#contract/people/doctors.ts';
import { patientForm } from '#contract/people/patients.ts';
import type { Database } from '#db/index.ts';
import { doctor, patient } from '#db/schema/index.ts';

interface Stored {
  id: number;
  birthDate?: string;
  deceasedOn?: string | null;
}

/**
 * What is stored of patients and doctors and their own forms would not take as it stands: whoever opened one of these to
 * change another field could not save it, or would change more than they typed.
 */
export async function refusedByForms(db: Database): Promise<string[]> {
  const [patients, doctors] = await db.read(async (reader) => [
    await reader.select().from(patient),
    await reader.select().from(doctor),
  ]);
  return [
    ...patients.flatMap((row) => problemWith('patient', patientForm, filled(patientForm, row), row)),
    ...doctors.flatMap((row) => problemWith('doctor', doctorForm, filled(doctorForm, row), row)),
  ];
}

function problemWith(kind: string, form: z.ZodType, values: object, { id, birthDate, deceasedOn }: Stored): string[] {
  const { data, error } = form.safeParse(values);
  const problems = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (data && !isDeepStrictEqual(data, values)) problems.push('would be saved as something else');
  if (birthDate && deceasedOn && deceasedOn < birthDate) problems.push('died before they were born');
  return problems.map((problem) => `${kind} ${id} ${problem}`);
}
