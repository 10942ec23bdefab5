import * as z from 'zod';
import { id, instant } from '../ground/fields.ts';
import { adminRow } from './table.ts';

const plainField = z.object({
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
    'rows',
    'hours',
  ]),
  required: z.boolean(),
  /** A number that may be left out, which means something of its own. */
  nullable: z.boolean().optional(),
  maxLength: z.int().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  options: z.array(z.string()).optional(),
  /** Where the records come from that can be chosen. */
  table: z.string().optional(),
});

export const adminField = plainField.extend({
  /** Of `rows`, what each of them holds: `contacts.value` is what stands at `contacts.0.value`, `contacts.1.value` … */
  parts: z.array(plainField).optional(),
});
export type AdminField = z.infer<typeof adminField>;

export const recordId = z.string().min(1).max(200);
export const values = z.record(z.string(), z.unknown());
/** Names of records that values point to, by table and id. */
export const labels = z.record(z.string(), z.record(z.string(), z.string()));

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

export const adminEvent = z.object({
  id,
  at: instant,
  who: z.string().nullable(),
  action: z.string(),
  /** It came by an import or with made-up data, which somebody started. */
  imported: z.boolean(),
  entity: z.string().nullable(),
  table: z.string().nullable(),
  recordId: z.string().nullable(),
  label: z.string().nullable(),
  workstation: z.string(),
  outcome: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type AdminEvent = z.infer<typeof adminEvent>;
