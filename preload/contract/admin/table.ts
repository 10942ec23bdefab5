import * as z from 'zod';

export const adminCell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type AdminCell = z.infer<typeof adminCell>;

export const adminColumn = z.object({
  name: z.string(),
  /** How a cell is written; `name` leads to the record, `record` names another one, `choice` has words of its own, `exact` is a moment to the second. */
  kind: z.enum([
    'name',
    'record',
    'text',
    'number',
    'moment',
    'exact',
    'date',
    'milliseconds',
    'bytes',
    'flag',
    'choice',
    'tags',
  ]),
  sort: z.boolean(),
});
export type AdminColumn = z.infer<typeof adminColumn>;

export const adminRow = z.object({ id: z.string(), label: z.string(), cells: z.record(z.string(), adminCell) });
export type AdminRow = z.infer<typeof adminRow>;

export const adminAction = z.object({
  name: z.string(),
  /** Puts back what this one did, record by record. */
  undo: z.string().nullable(),
  /** Cannot be taken back, and is asked about twice. */
  final: z.boolean(),
});
export type AdminAction = z.infer<typeof adminAction>;

const count = { count: z.int(), /** Counting stopped there. */ atLeast: z.boolean() };

/** How many rows fit, and how many each value of each filter would leave. */
export const adminFacets = z.object({
  ...count,
  facets: z.array(
    z.object({
      name: z.string(),
      options: z.array(z.object({ value: z.string(), label: z.string().nullable(), ...count })),
    }),
  ),
});

export const adminTable = z.object({
  name: z.string(),
  columns: z.array(adminColumn),
  filters: z.array(z.string()),
  searchable: z.boolean(),
  sort: z.object({ by: z.string(), descending: z.boolean() }),
  actions: z.array(adminAction),
  mayAdd: z.boolean(),
  /** Rows lead to pages of their own. */
  hasRecords: z.boolean(),
  /** Of all rows there are, so many of the newest are looked through, shown and exported. */
  newest: z.int().nullable(),
  /** Its rows change without anybody's doing, and are worth asking for again after so many seconds. */
  refreshSeconds: z.int().nullable(),
  /** What the bars of its chart are: one for each `by`, as long as the sum of `sum`. */
  chart: z.object({ by: z.string(), sum: z.string() }).nullable(),
  ...count,
});
export type AdminTable = z.infer<typeof adminTable>;

export const tableName = z.string().regex(/^[A-Za-z]{1,40}$/);

/** Which rows: those that fit what was typed and every filter. */
export const adminQuery = z.strictObject({
  text: z.string().max(200).default(''),
  filters: z.record(z.string().max(40), z.string().max(200)).default({}),
  sort: z.string().max(40).optional(),
  descending: z.boolean().default(false),
});
