import * as z from 'zod';
import {
  birthDate,
  calendarDate,
  createKey,
  id,
  idOf,
  line,
  paragraph,
  pastDate,
  phone,
  sex,
  version,
} from '../ground/fields.ts';
import { personForm, personName, withPhoto } from '../ground/person.ts';
import { auditOf, procedure } from '../ground/procedure.ts';
import { stored } from '../ground/shape.ts';
import { doctorChoice } from './doctors.ts';

export const contactPoint = z.strictObject({
  system: z.enum(['phone', 'email']),
  use: z.enum(['home', 'work', 'mobile', 'other']),
  value: line(254),
});

export const patientForm = personForm.extend({
  /** Empty: the next free number. */
  mrn: line(40).default(''),
  birthDate,
  deceasedOn: pastDate.nullable().default(null),
  sex,
  addressLine: line().default(''),
  city: line(120).default(''),
  region: line(120).default(''),
  postalCode: line(20).default(''),
  country: line(120).default(''),
  contacts: z.array(contactPoint).max(1000, 'validation.tooMany').default([]),
  emergencyName: line().default(''),
  emergencyRelationship: line(60).default(''),
  emergencyPhone: phone.default(''),
  insuranceProvider: line(120).default(''),
  insuranceNumber: line(60).default(''),
  insuranceValidUntil: calendarDate.nullable().default(null),
  notes: paragraph().default(''),
  doctorId: idOf('doctor').nullable().default(null),
});
export type PatientForm = z.infer<typeof patientForm>;
export type PatientFormInput = z.input<typeof patientForm>;

export const patient = stored(patientForm, { ...withPhoto, doctor: doctorChoice.nullable() });
export type Patient = z.infer<typeof patient>;

/** A patient as lists show them. */
export const patientRow = patient
  .pick({
    id: true,
    mrn: true,
    prefix: true,
    givenName: true,
    middleName: true,
    familyName: true,
    suffix: true,
    birthDate: true,
    deceasedOn: true,
    sex: true,
    phone: true,
    photoId: true,
    doctorId: true,
    status: true,
  })
  .extend({
    /** The doctor's name parts, for display. */
    doctor: personName.nullable(),
    /** Another patient has this name and was born within two years of this one. */
    sameName: z.boolean(),
  });
export type PatientRow = z.infer<typeof patientRow>;

const age = z.int().min(0).max(150);
const patientStatus = z.enum(['active', 'archived', 'all']);
export const patientFilters = z.strictObject({
  status: patientStatus.default('active'),
  doctorId: id.optional(),
  ageFrom: age.optional(),
  ageTo: age.optional(),
});
export type PatientFilters = z.infer<typeof patientFilters>;

export const patientSort = z.enum(['name', 'birthDate', 'mrn', 'updated']);
export const sortDirection = z.enum(['ascending', 'descending']);

const audit = auditOf('patient');

export const patients = {
  /** A page of the list, in order: the one after `cursor`, or the one before `before`, as another page named them. */
  list: procedure({ access: 'patients.view', effect: 'read', audit: audit('query') })
    .input(
      z.strictObject({
        filters: patientFilters.prefault({}),
        sort: patientSort.default('name'),
        direction: sortDirection.default('ascending'),
        cursor: z.string().max(1000).optional(),
        before: z.string().max(1000).optional(),
        /** Start at the first name that begins so (name order only). */
        startAt: z.string().max(100).optional(),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(patientRow), next: z.string().nullable(), previous: z.string().nullable() })),
  /** How many the filters leave; exact, or `atLeast` so many when counting on would take too long. */
  count: procedure({ access: 'patients.view', effect: 'read' })
    .input(z.strictObject({ filters: patientFilters.prefault({}) }))
    .output(z.object({ count: z.int(), atLeast: z.boolean() })),
  /**
   * The best matches for what was typed: name parts in any order, MRN, any run of a phone's digits, date of birth; one typo
   * is forgiven. Archived patients are among them unless the filters leave them out. An MRN that was typed whole comes first.
   */
  search: procedure({ access: 'patients.view', effect: 'read', audit: audit('query') })
    .input(
      z.strictObject({
        text: z.string().max(1000),
        filters: patientFilters.extend({ status: patientStatus.default('all') }).prefault({}),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(patientRow),
        /** More match than are shown. */
        truncated: z.boolean(),
        /** Where only active ones are asked for: how many archived ones match as well, counted up to the limit. */
        archived: z.int(),
        /** Words that were taken for others: what was typed, what was found. */
        corrected: z.array(z.object({ from: z.string(), to: z.string() })),
      }),
    ),
  get: procedure({ access: 'patients.view', effect: 'read', audit: audit('read') })
    .input(z.strictObject({ id }))
    .output(patient),
  create: procedure({ access: 'patients.add', effect: 'write', audit: audit('create') })
    .input(z.strictObject({ createKey, patient: patientForm }))
    .output(patient),
  /** Refused with CONFLICT when somebody saved in between. */
  update: procedure({ access: 'patients.change', effect: 'write', audit: audit('update') })
    .input(z.strictObject({ id, version, patient: patientForm }))
    .output(patient),
  archive: procedure({ access: 'patients.delete', effect: 'write', audit: audit('archive') })
    .input(z.strictObject({ id, version }))
    .output(patient),
  restore: procedure({ access: 'patients.delete', effect: 'write', audit: audit('restore') })
    .input(z.strictObject({ id, version }))
    .output(patient),
};
