import { told } from '#contract/ground/shape.ts';
import { doctorForm } from '#contract/people/doctors.ts';
import {
  type Doctor,
  doctorMadeBy,
  getDoctor,
  insertDoctor,
  type NewDoctor,
  updateDoctor,
} from '#db/queries/people/doctors.ts';
import type { RecordStore } from '#main/records/save.ts';

/** How doctors are kept. */
export const doctorStore: RecordStore<Doctor, Omit<NewDoctor, 'createdAt' | 'updatedAt'>> = {
  kind: 'doctor',
  told: told(doctorForm),
  get: getDoctor,
  made: doctorMadeBy,
  insert: insertDoctor,
  update: updateDoctor,
};
