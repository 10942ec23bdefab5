import * as z from 'zod';
import { kindsWith } from '../entities.ts';
import { id, instant } from '../ground/fields.ts';
import { personName } from '../ground/person.ts';
import { changeActions, procedure } from '../ground/procedure.ts';

const count = z.int().min(0);

export const recordChange = z.object({
  at: instant,
  /** Null for the program itself. */
  who: personName.nullable(),
  action: z.enum(changeActions),
  entity: z.enum(kindsWith('lately')),
  id,
  name: z.string(),
});
export type RecordChange = z.infer<typeof recordChange>;

/** What the caller may see; a part is null where they may not. */
export const figures = z.object({
  /** When they were counted. */
  at: instant,
  patients: z.object({ active: count, today: count, week: count }).nullable(),
  doctors: z.object({ active: count, onDuty: count }).nullable(),
  /** The doctors with most active patients; `others` have the rest, `nobody` is whose patients have no doctor. */
  perDoctor: z
    .object({
      rows: z.array(personName.extend({ id, colour: z.string(), patients: count })),
      others: count,
      nobody: count,
    })
    .nullable(),
  /** Each week by its Monday (`YYYY-MM-DD`), oldest first; the last is the one that runs. */
  registrations: z.array(z.object({ week: z.string(), patients: count })).nullable(),
  /** Living, active patients in bands of five years, youngest first; the last band is open. */
  ages: z.array(z.object({ from: z.int(), female: count, male: count, other: count })).nullable(),
  /** Newest first. */
  changes: z.array(recordChange),
});
export type Figures = z.infer<typeof figures>;

export const profileSummary = personName.extend({
  at: instant,
  photoId: z.string().nullable(),
  jobTitle: z.string(),
  groups: z.array(z.string()),
  lastSignInAt: instant.nullable(),
  /** As whom the user treats patients, and how many. */
  doctor: z.object({ id, patients: count }).nullable(),
});
export type ProfileSummary = z.infer<typeof profileSummary>;

/** Where one lands after signing in. */
export const dashboard = {
  figures: procedure({
    access: 'signedIn',
    effect: 'read',
    cache: { seconds: 300, scope: 'permissions', tags: ['dashboard', ...kindsWith('lately')] },
  }).output(figures),
  /** Kept for a quarter of an hour as a fragment of its user's own. */
  profile: procedure({ access: 'signedIn', effect: 'read', cache: false }).output(profileSummary),
  /** Has everything counted anew when it is asked for next. */
  refresh: procedure({ access: 'signedIn', effect: 'write' }).output(z.object({})),
};
