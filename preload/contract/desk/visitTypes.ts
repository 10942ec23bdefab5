import * as z from 'zod';
import { colour } from '../ground/colours.ts';
import { createKey, id, requiredLine, version } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';
import { stored } from '../ground/shape.ts';

const minutes = (least: number, most: number) =>
  z.int('visitTypes.minutesWrong').min(least, 'visitTypes.minutesWrong').max(most, 'visitTypes.minutesWrong');

/** What an appointment is for: how long it takes, and how long room and doctor are needed around it. */
export const visitTypeForm = z.strictObject({
  name: requiredLine(80),
  minutes: minutes(1, 480).default(20),
  /** To prepare, before the patient comes in. */
  minutesBefore: minutes(0, 120).default(0),
  /** To write up and clean, after the patient has left. */
  minutesAfter: minutes(0, 120).default(0),
  colour: colour.default('teal'),
});
export type VisitTypeForm = z.infer<typeof visitTypeForm>;

export const visitType = stored(visitTypeForm, {});
export type VisitType = z.infer<typeof visitType>;

const place = z.strictObject({ id, version });

/** The kinds of visit that can be booked. */
export const visitTypes = {
  list: procedure({ access: 'visitTypes.view', effect: 'read' })
    .input(
      z.strictObject({
        text: z.string().max(200).default(''),
        status: z.enum(['active', 'archived', 'all']).default('active'),
      }),
    )
    .output(z.array(visitType)),
  get: procedure({ access: 'visitTypes.view', effect: 'read' }).input(z.strictObject({ id })).output(visitType),
  create: procedure({
    access: 'visitTypes.add',
    effect: 'write',
    audit: { action: 'create', entity: 'visitType' },
  })
    .input(z.strictObject({ createKey, visitType: visitTypeForm }))
    .output(visitType),
  update: procedure({
    access: 'visitTypes.change',
    effect: 'write',
    audit: { action: 'update', entity: 'visitType' },
  })
    .input(place.extend({ visitType: visitTypeForm }))
    .output(visitType),
  /** It can no longer be booked; what was booked stays. */
  archive: procedure({
    access: 'visitTypes.delete',
    effect: 'write',
    audit: { action: 'archive', entity: 'visitType' },
  })
    .input(place)
    .output(visitType),
  restore: procedure({
    access: 'visitTypes.delete',
    effect: 'write',
    audit: { action: 'restore', entity: 'visitType' },
  })
    .input(place)
    .output(visitType),
};
