import * as z from 'zod';

/** What the address of a list says. What is not understood is left out. */
export const adminSearch = z.object({
  q: z.coerce.string().max(200).optional().catch(undefined),
  filters: z.record(z.string(), z.coerce.string().max(200)).optional().catch(undefined),
  sort: z.string().max(40).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
});
export type AdminSearch = z.output<typeof adminSearch>;

/** The same as the calls want it. */
export function queryOf(table: string, { filters = {}, sort, descending = false }: AdminSearch, text: string) {
  return { table, text: text.trim(), filters, ...(sort !== undefined && { sort }), descending };
}
export type AdminQuery = ReturnType<typeof queryOf>;
