import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { colourColumn, recordColumns } from '../columns.ts';

/** What an appointment is for. */
export const visitType = sqliteTable(
  'visit_type',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull(),
    /** The name folded: what the list sorts by, and what no two have in common. */
    sortName: text('sort_name').notNull(),
    minutes: integer('minutes').notNull(),
    minutesBefore: integer('minutes_before').notNull(),
    minutesAfter: integer('minutes_after').notNull(),
    colour: colourColumn(),
    status: text('status', { enum: ['active', 'archived'] })
      .notNull()
      .default('active'),
    /** Sent by the form with a new record, so that saving twice cannot make two. */
    createKey: text('create_key'),
    ...recordColumns(),
  },
  (t) => [
    uniqueIndex('visit_type_name').on(t.sortName),
    index('visit_type_status_name').on(t.status, t.sortName),
    uniqueIndex('visit_type_create_key').on(t.createKey).where(sql`create_key is not null`),
  ],
);
