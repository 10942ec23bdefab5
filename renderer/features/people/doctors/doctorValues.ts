import { blank, filled, type Values } from '#contract/ground/shape.ts';
import { type Doctor, doctorForm } from '#contract/people/doctors.ts';
import { describeWeek, type Week } from '#renderer/app/hours.ts';
import { i18n } from '#renderer/app/i18n.ts';

/** What stands in the form of a doctor. */
export type DoctorValues = Values<typeof doctorForm>;

/** An empty form. */
export const emptyDoctor = (): DoctorValues => blank(doctorForm);

/** The part of a stored doctor that the form holds. */
export const valuesOf = (doctor: Doctor): DoctorValues => filled(doctorForm, doctor);

/** A field's value in words, for when two values are compared. */
export function describeField(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (field === 'sex') return i18n.t(`sex.${String(value)}`);
  if (field === 'colour') return i18n.t(`common:colour.${String(value)}`);
  if (field === 'workingHours') return describeWeek(value as Week);
  return String(value);
}
