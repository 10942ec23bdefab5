import * as z from 'zod';
import { statuses } from './statuses.ts';

/** What the address of a short list says: what was typed, and whether active or archived records are shown. */
export const shortListSearch = z.object({
  q: z.coerce.string().max(200).optional().catch(undefined),
  status: z.enum(statuses).optional().catch(undefined),
});
export type ShortListSearch = z.output<typeof shortListSearch>;
