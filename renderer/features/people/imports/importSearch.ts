import * as z from 'zod';

/** What the address of the import page says. */
export const importSearch = z.object({ job: z.coerce.string().max(100).optional().catch(undefined) });
