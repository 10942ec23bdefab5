import { pick } from '#contract/ground/pick.ts';
import type { Patient, PatientForm, PatientFormInput } from '#contract/people/patients.ts';
import { formatDate } from '#renderer/app/dates.ts';
import { i18n } from '#renderer/app/i18n.ts';

/** What stands in the form of a patient: as the call takes it, but nothing is chosen yet for the sex. */
export type PatientValues = Omit<Required<PatientForm>, 'sex'> & { sex: PatientFormInput['sex'] | '' };

/** An empty form; the patient of this doctor, when it was opened from his list. */
export function emptyPatient(doctorId: number | null): PatientValues {
  return {
    prefix: '',
    givenName: '',
    middleName: '',
    familyName: '',
    suffix: '',
    phone: '',
    email: '',
    mrn: '',
    birthDate: '',
    deceasedOn: null,
    sex: '',
    addressLine: '',
    city: '',
    region: '',
    postalCode: '',
    country: '',
    contacts: [],
    emergencyName: '',
    emergencyRelationship: '',
    emergencyPhone: '',
    insuranceProvider: '',
    insuranceNumber: '',
    insuranceValidUntil: null,
    notes: '',
    doctorId,
  };
}

/** The part of a stored patient that the form holds. */
export const valuesOf = (patient: Patient): PatientValues => pick(emptyPatient(null), patient);

/** Lines that were added and left empty are not meant. */
export function withoutEmptyContacts(values: PatientForm): PatientForm {
  return { ...values, contacts: values.contacts.filter(({ value }) => value !== '') };
}

/** The field's name in words. */
export function fieldLabel(field: string): string {
  return i18n.t(`patients:fields.${field}`, { defaultValue: i18n.t(`person.${field}`) });
}

/** A field's value in words, for when two values are compared. */
export function describeField(field: string, value: unknown, doctorName: (id: number) => string): string {
  if (value === null || value === undefined || value === '') return '';
  if (field === 'doctorId') return doctorName(Number(value));
  if (field === 'sex') return i18n.t(`sex.${String(value)}`);
  if (field === 'contacts') return i18n.t('conflict.entries', { count: (value as unknown[]).length });
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDate(String(value)) : String(value);
}
