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

const key = z.strictObject({ formKey });
const heading = z.object({ formKey: z.string(), updatedAt: instant });

/** What the user was typing: kept by main for them alone, whatever happens to the window. */
export const drafts = {
  save: procedure({ access: 'signedIn', effect: 'write', quiet: true, exempt: 'maintenance' })
    .input(key.extend({ data: z.json() }))
    .output(z.object({ savedAt: instant })),
  get: procedure({ access: 'signedIn', effect: 'read', quiet: true, exempt: 'maintenance' })
    .input(key)
    .output(heading.extend({ data: z.json() }).nullable()),
  /** Newest first, without their contents. */
  list: procedure({ access: 'signedIn', effect: 'read', quiet: true, exempt: 'maintenance' }).output(z.array(heading)),
  discard: procedure({ access: 'signedIn', effect: 'write', quiet: true, exempt: 'maintenance' })
    .input(key)
    .output(z.object({})),
};
