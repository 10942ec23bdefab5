import { randomUUID } from 'node:crypto';
import { filled } from '#contract/ground/shape.ts';
import type { DoctorForm } from '#contract/people/doctors.ts';
import { type Patient, type PatientFormInput, patientForm } from '#contract/people/patients.ts';
import type { TestBackend } from './backend.ts';

type Client = ReturnType<TestBackend['station']>['client'];

/** Adds a patient with what matters to the test; the rest is believable. */
export function addPatient(client: Client, patient: Partial<PatientFormInput> = {}) {
  return client.patients.create({
    createKey: randomUUID(),
    patient: { familyName: 'Okafor', givenName: 'Ngozi', birthDate: '1984-03-12', sex: 'female', ...patient },
  });
}

export function addDoctor(client: Client, doctor: Partial<DoctorForm> = {}) {
  return client.doctors.create({ createKey: randomUUID(), doctor: { familyName: 'Lee', givenName: 'Min', ...doctor } });
}

/** What a form would send back of a stored patient. */
export const formOf = (patient: Patient): PatientFormInput => filled(patientForm, patient);
