import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { sentenceSchema } from './errors.ts';
import { createKey, id, instant, version } from './fields.ts';
import { type Permission, procedure } from './procedure.ts';

/**
 * What opens a table, a new record, a change: one of these gets a staff member through to main's tables, and each table
 * then decides by its own permission. A new table adds its permissions here, so that they can be granted.
 */
const view: readonly Permission[] = [
  'users.view',
  'groups.view',
  'doctors.view',
  'patients.view',
  'images.view',
  'sessions.view',
  'signIns.view',
  'pageCounts.view',
  'settings.view',
  'policy.view',
  'audit.view',
  'log.view',
];
const add: readonly Permission[] = ['users.add', 'groups.add', 'doctors.add', 'patients.add'];
const change: readonly Permission[] = [
  'users.change',
  'groups.change',
  'doctors.change',
  'patients.change',
  'images.change',
  'settings.change',
  'policy.change',
];
const act: readonly Permission[] = [
  'users.change',
  'users.delete',
  'groups.delete',
  'doctors.delete',
  'patients.delete',
  'images.delete',
  'sessions.delete',
];

/** Holding one of these makes somebody on the staff an administrator of something. */
export const administrative: readonly Permission[] = view.filter((name) => !/^(patients|doctors|images)\./.test(name));

export const adminCell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type AdminCell = z.infer<typeof adminCell>;

export const adminColumn = z.object({
  name: z.string(),
  /** How a cell is written; `name` leads to the record, `choice` has words of its own, `exact` is a moment to the second. */
  kind: z.enum(['name', 'text', 'number', 'moment', 'exact', 'date', 'milliseconds', 'flag', 'choice', 'tags']),
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

export const adminField = z.object({
  /** A path in the form, such as `registration.policy`. */
  name: z.string(),
  kind: z.enum([
    'text',
    'paragraph',
    'number',
    'flag',
    'date',
    'choice',
    'choices',
    'words',
    'one',
    'many',
    'permissions',
    'secret',
  ]),
  required: z.boolean(),
  maxLength: z.int().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  options: z.array(z.string()).optional(),
  /** Where the records come from that can be chosen. */
  table: z.string().optional(),
});
export type AdminField = z.infer<typeof adminField>;

const count = { count: z.int(), /** Counting stopped there. */ atLeast: z.boolean() };

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
  /** What the bars of its chart are: one for each `by`, as long as the sum of `sum`. */
  chart: z.object({ by: z.string(), sum: z.string() }).nullable(),
  ...count,
});
export type AdminTable = z.infer<typeof adminTable>;

const table = z.string().regex(/^[A-Za-z]{1,40}$/);
const recordId = z.string().min(1).max(200);
const filters = z.record(z.string().max(40), z.string().max(200)).default({});
/** Which rows: those that fit what was typed and every filter. */
export const adminQuery = z.strictObject({
  text: z.string().max(200).default(''),
  filters,
  sort: z.string().max(40).optional(),
  descending: z.boolean().default(false),
});
const one = z.strictObject({ table, id: recordId });
const values = z.record(z.string(), z.unknown());
/** Names of records that values point to, by table and id. */
const labels = z.record(z.string(), z.record(z.string(), z.string()));

export const adminRecord = z.object({
  id: z.string(),
  label: z.string(),
  row: adminRow,
  /** The form's name in the paths of wrong fields. */
  root: z.string(),
  version: z.int(),
  fields: z.array(adminField),
  values,
  labels,
  mayChange: z.boolean(),
  hasHistory: z.boolean(),
  actions: z.array(z.string()),
  /** Lists of what belongs to the record: rows of `table` whose `filter` is this record. */
  related: z.array(z.object({ table: z.string(), filter: z.string() })),
  /** Its page among the clinic's daily work. */
  page: z.string().nullable(),
});
export type AdminRecord = z.infer<typeof adminRecord>;

const adminChange = z.object({
  field: z.string(),
  from: z.unknown(),
  to: z.unknown(),
});

export const adminEvent = z.object({
  id,
  at: instant,
  who: z.string().nullable(),
  action: z.string(),
  entity: z.string().nullable(),
  table: z.string().nullable(),
  recordId: z.string().nullable(),
  label: z.string().nullable(),
  workstation: z.string(),
  outcome: z.string(),
  changes: z.array(adminChange),
});
export type AdminEvent = z.infer<typeof adminEvent>;

const read = { access: view, effect: 'read' } as const;

/** Every registered table through one set of procedures; who may do what with which table is decided in main. */
export const admin = {
  tables: procedure({ ...read }).output(z.array(adminTable)),
  list: procedure({ ...read, audit: { action: 'query', entity: 'admin' } })
    .input(
      adminQuery.extend({
        table,
        cursor: z.string().max(2000).optional(),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(adminRow), next: z.string().nullable() })),
  /** How many rows fit, and how many each value of each filter would leave. */
  facets: procedure({ ...read })
    .input(adminQuery.extend({ table }))
    .output(
      z.object({
        ...count,
        facets: z.array(
          z.object({
            name: z.string(),
            options: z.array(z.object({ value: z.string(), label: z.string().nullable(), ...count })),
          }),
        ),
      }),
    ),
  chart: procedure({ ...read })
    .input(adminQuery.extend({ table }))
    .output(z.array(z.object({ label: z.string(), value: z.number() }))),
  get: procedure({ ...read, audit: { action: 'read', entity: 'admin' } })
    .input(one)
    .output(adminRecord),
  /** The form of a new record. */
  blank: procedure({ access: add, effect: 'read' })
    .input(z.strictObject({ table }))
    .output(z.object({ root: z.string(), fields: z.array(adminField), values })),
  /** Records to choose from, for fields that point to them. */
  choices: procedure({ ...read })
    .input(z.strictObject({ table, text: z.string().max(200).default('') }))
    .output(z.array(z.object({ id: z.string(), label: z.string() }))),
  create: procedure({ access: add, effect: 'write', audit: { action: 'create', entity: 'admin' } })
    .input(z.strictObject({ table, createKey, values }))
    .output(z.object({ id: z.string() })),
  save: procedure({ access: change, effect: 'write', audit: { action: 'update', entity: 'admin' } })
    .input(one.extend({ version, values }))
    .output(adminRecord),
  /** A batch: of the records named, or of those that fit a query, from `cursor` on; `next` continues it. */
  action: procedure({ access: act, effect: 'write', audit: { action: 'update', entity: 'admin' } })
    .input(
      z.strictObject({
        table,
        action: z.string().max(40),
        ids: z.array(recordId).max(200).optional(),
        query: adminQuery.optional(),
        cursor: z.string().max(2000).optional(),
      }),
    )
    .output(
      z.object({
        done: z.array(z.string()),
        failed: z.array(z.object({ label: z.string(), sentence: sentenceSchema })),
        next: z.string().nullable(),
      }),
    ),
  /** The rows that fit, as the text of a CSV file, piece by piece. */
  exportCsv: procedure({ ...read, audit: { action: 'export', entity: 'admin' }, fresh: true })
    .input(adminQuery.extend({ table }))
    .output(eventIterator(z.string())),
  history: procedure({ ...read, audit: { action: 'read', entity: 'admin' } })
    .input(one.extend({ before: id.optional(), limit: z.int().min(1).max(200).default(50) }))
    .output(z.object({ events: z.array(adminEvent), labels })),
  /** The record as it was then; null before it was made. */
  asOf: procedure({ ...read, audit: { action: 'read', entity: 'admin' } })
    .input(one.extend({ at: instant }))
    .output(z.object({ values: values.nullable(), changed: z.array(z.string()), labels })),
  /** What was done lately, by anybody. */
  recent: procedure({ access: 'audit.view', effect: 'read' }).output(z.array(adminEvent)),
  health: procedure({ access: 'settings.view', effect: 'read' }).output(
    z.object({
      databaseBytes: z.int(),
      walBytes: z.int(),
      freeBytes: z.int().nullable(),
      appVersion: z.string(),
      keyInFile: z.boolean(),
      workstation: z.string(),
    }),
  ),
};
