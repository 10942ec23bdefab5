import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './accounts/accounts.ts';
import { instant } from './columns.ts';

/** The clinic's settings: one row a setting, JSON inside. */
export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
});

/** Running numbers, such as the next MRN. */
export const counter = sqliteTable('counter', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});

/** Who did what to which record, when, from where, and what came of it -- refusals too. Rows are never changed or removed. */
export const auditEvent = sqliteTable(
  'audit_event',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: instant('at').notNull(),
    userId: integer('user_id').references(() => user.id),
    procedure: text('procedure').notNull(),
    action: text('action').notNull(),
    entity: text('entity'),
    entityId: integer('entity_id'),
    patientId: integer('patient_id'),
    workstation: text('workstation').notNull(),
    outcome: text('outcome').notNull(),
    errorId: text('error_id'),
    details: text('details', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [
    index('audit_event_at').on(t.at),
    index('audit_event_patient').on(t.patientId, t.at),
    index('audit_event_user').on(t.userId, t.at),
    index('audit_event_action').on(t.action, t.at),
    index('audit_event_entity').on(t.entity, t.at),
    // What happened to one record; and the few refusals among a great many rows.
    index('audit_event_record').on(t.entity, t.entityId, t.at),
    index('audit_event_refused').on(t.at).where(sql`outcome <> 'ok'`),
    index('audit_event_error').on(t.errorId).where(sql`error_id is not null`),
    // The latest changes are found without walking through all that was only read.
    index('audit_event_changes')
      .on(t.entity, t.id)
      .where(
        sql`outcome = 'ok' and action in ('create', 'update', 'archive', 'restore', 'activate', 'deactivate', 'delete')`,
      ),
  ],
);

/** One-time notices waiting for a person: delivered once with the next answer, also in a later session. */
export const message = sqliteTable(
  'message',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    level: text('level', { enum: ['info', 'success', 'warning', 'error'] }).notNull(),
    /** A translation key and its values; the words are chosen where they are shown. */
    key: text('key').notNull(),
    params: text('params', { mode: 'json' }).$type<Record<string, string | number>>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('message_user').on(t.userId)],
);

/** Visits of each page by each person. */
export const pageCount = sqliteTable(
  'page_count',
  {
    page: text('page').notNull(),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    visits: integer('visits').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.page, t.userId] })],
);

/** What caches keep in the database, where the settings want that; it may be emptied at any time. */
export const cacheEntry = sqliteTable(
  'cache_entry',
  {
    cache: text('cache').notNull(),
    key: text('key').notNull(),
    text: text('text').notNull(),
    /** Orders the entries by age. */
    writtenAt: integer('written_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.cache, t.key] }), index('cache_entry_age').on(t.cache, t.writtenAt)],
);
