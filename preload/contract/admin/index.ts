import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { sentenceSchema } from '../ground/errors.ts';
import { createKey, id, instant, version } from '../ground/fields.ts';
import { health } from './health.ts';
import { administration } from './procedure.ts';
import { adminEvent, adminField, adminRecord, labels, recordId, values } from './record.ts';
import { act, add, change, view } from './rights.ts';
import { adminFacets, adminQuery, adminRow, adminTable, tableName } from './table.ts';

const one = z.strictObject({ table: tableName, id: recordId });
const read = { access: view, effect: 'read' } as const;

/** Every registered table through one set of procedures; who may do what with which table is decided in main. */
export const admin = {
  tables: administration({ ...read }).output(z.array(adminTable)),
  list: administration({ ...read, audit: { action: 'query', entity: 'admin' } })
    .input(
      adminQuery.extend({
        table: tableName,
        cursor: z.string().max(2000).optional(),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(adminRow), next: z.string().nullable() })),
  /** How many rows fit, and how many each value of each filter would leave. */
  facets: administration({ ...read })
    .input(adminQuery.extend({ table: tableName }))
    .output(adminFacets),
  chart: administration({ ...read })
    .input(adminQuery.extend({ table: tableName }))
    .output(z.array(z.object({ label: z.string(), value: z.number() }))),
  get: administration({ ...read, audit: { action: 'read', entity: 'admin' } })
    .input(one)
    .output(adminRecord),
  /** The form of a new record. */
  blank: administration({ access: add, effect: 'read' })
    .input(z.strictObject({ table: tableName }))
    .output(z.object({ root: z.string(), fields: z.array(adminField), values })),
  /** Records to choose from, for fields that point to them. */
  choices: administration({ ...read, audit: { action: 'query', entity: 'admin' } })
    .input(z.strictObject({ table: tableName, text: z.string().max(200).default('') }))
    .output(z.array(z.object({ id: z.string(), label: z.string() }))),
  create: administration({ access: add, effect: 'write', audit: { action: 'create', entity: 'admin' } })
    .input(z.strictObject({ table: tableName, createKey, values }))
    .output(z.object({ id: z.string() })),
  save: administration({ access: change, effect: 'write', audit: { action: 'update', entity: 'admin' } })
    .input(one.extend({ version, values }))
    .output(adminRecord),
  /** A batch: of the records named, or of those that fit a query, from `cursor` on; `next` continues it. */
  action: administration({ access: act, effect: 'write', audit: { action: 'update', entity: 'admin' } })
    .input(
      z.strictObject({
        table: tableName,
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
  exportCsv: administration({ ...read, audit: { action: 'export', entity: 'admin' }, fresh: true })
    .input(adminQuery.extend({ table: tableName }))
    .output(eventIterator(z.string())),
  /** What was done to a record, the newest first; `before` is the last id of the page before. */
  history: administration({ ...read, audit: { action: 'read', entity: 'admin' } })
    .input(one.extend({ before: id.optional(), limit: z.int().min(1).max(200).default(50) }))
    .output(z.object({ events: z.array(adminEvent), labels })),
  /** The record as it was then; null before it was made. */
  asOf: administration({ ...read, audit: { action: 'read', entity: 'admin' } })
    .input(one.extend({ at: instant }))
    .output(z.object({ values: values.nullable(), changed: z.array(z.string()), labels })),
  /** A row of the audit, with what each field was and became. */
  event: administration({ access: 'audit.view', effect: 'read', audit: { action: 'read', entity: 'admin' } })
    .input(z.strictObject({ id }))
    .output(
      z.object({
        event: adminEvent,
        procedure: z.string(),
        errorId: z.string().nullable(),
        /** The form of the record, to put values in words by. */
        fields: z.array(adminField),
        labels,
      }),
    ),
  /** What was done lately, by anybody. `opening` is the page's own, made when it is opened: asking again is no other look. */
  recent: administration({
    access: 'audit.view',
    effect: 'read',
    audit: { action: 'query', entity: 'admin' },
    cache: false,
  })
    .input(z.strictObject({ opening: z.uuid() }))
    .output(z.array(adminEvent)),
  ...health,
};
