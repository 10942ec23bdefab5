import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { calendarDate, instant, recordColumns } from '../columns.ts';
import { user } from './accounts.ts';

/** What a user tells about themselves, apart from their account. */
export const profile = sqliteTable('profile', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => user.id),
  jobTitle: text('job_title').notNull().default(''),
  birthDate: calendarDate('birth_date'),
  about: text('about').notNull().default(''),
  ...recordColumns(),
});

/** What somebody was typing, sealed with a key of its author. */
export const draft = sqliteTable(
  'draft',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    formKey: text('form_key').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    /** What a list says of it, sealed too; null for what no list shows. */
    sealedHeading: blob('sealed_heading', { mode: 'buffer' }),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.formKey] })],
);
