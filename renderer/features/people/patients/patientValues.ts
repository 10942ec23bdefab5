import { blank, filled, type Values } from '#contract/ground/shape.ts';
import { type Patient, type PatientForm, patientForm } from '#contract/people/patients.ts';
import { formatDate } from '#renderer/app/dates.ts';
import { i18n } from '#renderer/app/i18n.ts';

/** What stands in the form of a patient. */
export type PatientValues = Values<typeof patientForm>;

/** An empty form; of a patient of this doctor, when it was opened from the doctor's list. */
export const emptyPatient = (doctorId: number | null): PatientValues => ({ ...blank(patientForm), doctorId });

/** The part of a stored patient that the form holds. */
export const valuesOf = (patient: Patient): PatientValues => filled(patientForm, patient);

/** Lines that were added and left empty are not meant. */
export function withoutEmptyContacts(values: PatientForm): PatientForm {
  return { ...values, contacts: values.contacts.filter(({ value }) => value !== '') };
}

/** A field's value in words, for when two values are compared. */
export function describeField(field: string, value: unknown, doctorName: (id: number) => string): string {
  if (value === null || value === undefined || value === '') return '';
  if (field === 'doctorId') return doctorName(Number(value));
  if (field === 'sex') return i18n.t(`sex.${String(value)}`);
  if (field === 'contacts') return i18n.t('conflict.entries', { count: (value as unknown[]).length });
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDate(String(value)) : String(value);
}
