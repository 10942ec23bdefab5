import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { user } from '../accounts/accounts.ts';
import { colourColumn, personColumns, recordColumns } from '../columns.ts';

export const doctor = sqliteTable(
  'doctor',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    ...personColumns(),
    /** Folded "family given middle", what lists sort by and a typed prefix is looked up in. */
    sortName: text('sort_name').notNull(),
    sex: text('sex', { enum: ['female', 'male', 'other', 'unknown'] })
      .notNull()
      .default('unknown'),
    speciality: text('speciality').notNull().default(''),
    licenceNumber: text('licence_number').notNull().default(''),
    colour: colourColumn(),
    userId: integer('user_id').references(() => user.id),
    /** Seven entries, Monday first; each a list of [from, to] minutes since midnight. */
    workingHours: text('working_hours', { mode: 'json' }).$type<Array<Array<[number, number]>>>().notNull(),
    notes: text('notes').notNull().default(''),
    status: text('status', { enum: ['active', 'archived'] })
      .notNull()
      .default('active'),
    /** Sent by the form with a new record, so that saving twice cannot make two. */
    createKey: text('create_key'),
    ...recordColumns(),
  },
  (t) => [
    index('doctor_status_name').on(t.status, t.sortName, t.id),
    index('doctor_name').on(t.sortName, t.id),
    uniqueIndex('doctor_user').on(t.userId).where(sql`user_id is not null`),
    uniqueIndex('doctor_create_key').on(t.createKey).where(sql`create_key is not null`),
  ],
);
