import * as z from 'zod';
import { colour } from '../ground/colours.ts';
import { createKey, id, idOf, line, paragraph, sex, version } from '../ground/fields.ts';
import { personForm, withPhoto } from '../ground/person.ts';
import { procedure } from '../ground/procedure.ts';
import { stored } from '../ground/shape.ts';

const minute = z.int().min(0).max(1440);
/** Seven days, Monday first; each a list of [from, to] in minutes since midnight. */
export const workingHours = z
  .array(z.array(z.tuple([minute, minute]).refine(([from, to]) => from < to, 'validation.hours')).max(4))
  .length(7);

export const doctorForm = personForm.extend({
  sex: sex.default('unknown'),
  speciality: line(120).default(''),
  licenceNumber: line(60).default(''),
  colour: colour.default('teal'),
  userId: idOf('user').nullable().default(null),
  workingHours: workingHours.default([[], [], [], [], [], [], []]),
  notes: paragraph().default(''),
});
export type DoctorForm = z.infer<typeof doctorForm>;

export const doctor = stored(doctorForm, {
  ...withPhoto,
  /** Active patients whose responsible doctor this is. */
  patients: z.int(),
});
export type Doctor = z.infer<typeof doctor>;

/** What a chooser or a list of patients shows of a doctor. */
export const doctorChoice = doctor.pick({
  id: true,
  prefix: true,
  givenName: true,
  middleName: true,
  familyName: true,
  suffix: true,
  speciality: true,
  colour: true,
  photoId: true,
  status: true,
});
export type DoctorChoice = z.infer<typeof doctorChoice>;

export const doctors = {
  list: procedure({ access: 'doctors.view', effect: 'read', audit: { action: 'query', entity: 'doctor' } })
    .input(
      z.strictObject({
        text: z.string().max(200).default(''),
        status: z.enum(['active', 'archived', 'all']).default('active'),
      }),
    )
    .output(z.array(doctor)),
  /** Doctors for a type-ahead: active ones, unless the archived are asked for too. */
  choices: procedure({ access: ['doctors.view', 'patients.view'], effect: 'read' })
    .input(
      z.strictObject({ text: z.string().max(200).default(''), status: z.enum(['active', 'all']).default('active') }),
    )
    .output(z.array(doctorChoice)),
  get: procedure({ access: 'doctors.view', effect: 'read', audit: { action: 'read', entity: 'doctor' } })
    .input(z.strictObject({ id }))
    .output(doctor),
  create: procedure({ access: 'doctors.add', effect: 'write', audit: { action: 'create', entity: 'doctor' } })
    .input(z.strictObject({ createKey, doctor: doctorForm }))
    .output(doctor),
  update: procedure({ access: 'doctors.change', effect: 'write', audit: { action: 'update', entity: 'doctor' } })
    .input(z.strictObject({ id, version, doctor: doctorForm }))
    .output(doctor),
  /** Refused with IN_USE and the reasons while active patients point to the doctor. */
  archive: procedure({ access: 'doctors.delete', effect: 'write', audit: { action: 'archive', entity: 'doctor' } })
    .input(z.strictObject({ id, version }))
    .output(doctor),
  restore: procedure({ access: 'doctors.delete', effect: 'write', audit: { action: 'restore', entity: 'doctor' } })
    .input(z.strictObject({ id, version }))
    .output(doctor),
  /** Gives all active patients of one doctor to another active one; answers how many. */
  movePatients: procedure({
    access: ['doctors.change'],
    effect: 'write',
    audit: { action: 'update', entity: 'doctor' },
  })
    .input(z.strictObject({ from: id, to: id }))
    .output(z.object({ moved: z.int() })),
};
