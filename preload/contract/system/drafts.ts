import * as z from 'zod';
import { instant } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';

/** Which form it is, such as `patient/42` or `patient/new`. */
export const formKey = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w./:-]+$/, 'validation.invalid');

/** The most that one draft holds, as JSON. */
export const MAX_DRAFT_BYTES = 256 * 1024;

/** What a list of unfinished forms says of one. */
const heading = z.strictObject({
  /** Where the form is: `/patients/42/edit`. */
  path: z
    .string()
    .max(2000)
    .regex(/^\/(?!\/)/, 'validation.invalid'),
  /** What the record calls itself, as far as that was typed. */
  name: z.string().max(500),
});
export type DraftHeading = z.output<typeof heading>;

const key = z.strictObject({ formKey });
/** Without a heading it is something the page keeps for itself, and stands in no list. */
const kept = z.object({ formKey: z.string(), updatedAt: instant, heading: heading.nullable() });

/** What the user was typing: kept by main for them alone, whatever happens to the window. */
export const drafts = {
  save: procedure({ access: 'signedIn', effect: 'write', quiet: true, exempt: 'maintenance' })
    .input(key.extend({ data: z.json(), heading: heading.optional() }))
    .output(z.object({ savedAt: instant })),
  get: procedure({ access: 'signedIn', effect: 'read', quiet: true, exempt: 'maintenance' })
    .input(key)
    .output(kept.extend({ data: z.json() }).nullable()),
  /** Newest first, without their contents. */
  list: procedure({ access: 'signedIn', effect: 'read', quiet: true, exempt: 'maintenance' }).output(z.array(kept)),
  discard: procedure({ access: 'signedIn', effect: 'write', quiet: true, exempt: 'maintenance' })
    .input(key)
    .output(z.object({})),
};
