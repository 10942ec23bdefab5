import * as z from 'zod';

/** What the address of the list of doctors says. */
export const doctorsSearch = z.object({
  q: z.coerce.string().max(200).optional().catch(undefined),
  status: z.enum(['archived', 'all']).optional().catch(undefined),
});
export type DoctorsSearch = z.output<typeof doctorsSearch>;
