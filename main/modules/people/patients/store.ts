import { told } from '#contract/ground/shape.ts';
import { patientForm } from '#contract/people/patients.ts';
import {
  getPatient,
  insertPatient,
  type NewPatient,
  type Patient,
  patientMadeBy,
  updatePatient,
} from '#db/queries/people/patients.ts';
import type { RecordStore } from '#main/records/save.ts';

/** How patients are kept. */
export const patientStore: RecordStore<Patient, Omit<NewPatient, 'createdAt' | 'updatedAt'>> = {
  kind: 'patient',
  told: told(patientForm),
  get: getPatient,
  made: patientMadeBy,
  insert: insertPatient,
  update: updatePatient,
};
