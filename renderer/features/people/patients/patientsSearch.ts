import * as z from 'zod';
import { statuses } from '#renderer/app/record/statuses.ts';

const age = z.coerce.number().int().min(0).max(150).optional().catch(undefined);
const recordId = z.coerce.number().int().positive().optional().catch(undefined);

/** What the address of a list of patients says. What is not understood is left out. */
export const patientsSearch = z.object({
  q: z.coerce.string().max(1000).optional().catch(undefined),
  /** Left out: active ones in the list, everybody in a search. */
  status: z.enum(statuses).optional().catch(undefined),
  doctor: recordId,
  ageFrom: age,
  ageTo: age,
  sort: z.enum(['birthDate', 'mrn', 'updated']).optional().catch(undefined),
  direction: z.literal('descending').optional().catch(undefined),
  /** The first letters to start at, in name order. */
  at: z.coerce.string().max(100).optional().catch(undefined),
});
export type PatientsSearch = z.output<typeof patientsSearch>;

/** What the address of a new patient says: whose patient it becomes, and what was typed when nobody was found. */
export const newPatientSearch = z.object({
  doctor: recordId,
  typed: z.coerce.string().max(200).optional().catch(undefined),
});
