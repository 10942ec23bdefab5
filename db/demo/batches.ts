import { formatMrn } from '#db/mrn.ts';
import type { NewPatient } from '#db/queries/people/patients.ts';
import { type PatientBatch, patientBatch } from '#db/sqlite/bulkInsert.ts';
import { type DemoPlan, demoPatients } from './patients.ts';

export type { PatientBatch } from '#db/sqlite/bulkInsert.ts';

/** How many people to make, of a clinic in which nobody has an MRN yet. */
export interface BatchPlan extends DemoPlan {
  patients: number;
}

/** Short enough for progress and cancelling to follow at once. */
export const batchSize = 500;

/** The people of a plan, numbered from P-000001 on, batch by batch and ready to be stored. */
export function* demoBatches(plan: BatchPlan): Generator<PatientBatch, void> {
  const people = demoPatients(plan);
  for (let done = 0; done < plan.patients; done += batchSize) {
    const size = Math.min(batchSize, plan.patients - done);
    const mrns = Array.from({ length: size }, (_, place) => formatMrn(done + place + 1));
    yield patientBatch(take(people, mrns));
  }
}

/** The next people, one for each MRN. */
export function take(people: Generator<Omit<NewPatient, 'mrn'>, never>, mrns: readonly string[]): NewPatient[] {
  return mrns.map((mrn) => ({ ...people.next().value, mrn }));
}
