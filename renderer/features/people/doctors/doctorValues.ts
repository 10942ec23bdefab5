import { pick } from '#contract/ground/pick.ts';
import type { Doctor, DoctorForm } from '#contract/people/doctors.ts';
import { describeWeek, type Week } from '#renderer/app/hours.ts';
import { i18n } from '#renderer/app/i18n.ts';

/** What stands in the form of a doctor. */
export type DoctorValues = Required<DoctorForm>;

/** An empty form. */
export function emptyDoctor(): DoctorValues {
  return {
    prefix: '',
    givenName: '',
    middleName: '',
    familyName: '',
    suffix: '',
    phone: '',
    email: '',
    sex: 'unknown',
    speciality: '',
    licenceNumber: '',
    colour: 'teal',
    userId: null,
    workingHours: [[], [], [], [], [], [], []],
    notes: '',
  };
}

/** The part of a stored doctor that the form holds. */
export const valuesOf = (doctor: Doctor): DoctorValues => pick(emptyDoctor(), doctor) as DoctorValues;

/** The field's name in words. */
export function fieldLabel(field: string): string {
  return i18n.t(`doctors:fields.${field}`, { defaultValue: i18n.t(`person.${field}`) });
}

/** A field's value in words, for when two values are compared. */
export function describeField(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (field === 'sex') return i18n.t(`sex.${String(value)}`);
  if (field === 'colour') return i18n.t(`common:colour.${String(value)}`);
  if (field === 'workingHours') return describeWeek(value as Week);
  return String(value);
}
