import * as z from 'zod';

/** What the address of a short list says: what was typed, and whether archived records are among those shown. */
export const shortListSearch = z.object({
  q: z.coerce.string().max(200).optional().catch(undefined),
  status: z.enum(['archived', 'all']).optional().catch(undefined),
});
export type ShortListSearch = z.output<typeof shortListSearch>;
