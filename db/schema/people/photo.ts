import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from '../columns.ts';

/** Photos live inside the encrypted database, re-encoded and without metadata. The id is random and appears in addresses. */
export const photo = sqliteTable('photo', {
  id: text('id').primaryKey(),
  subject: text('subject', { enum: ['patient', 'doctor', 'user'] }).notNull(),
  subjectId: integer('subject_id').notNull(),
  /** 512 × 512 WebP. */
  large: blob('large', { mode: 'buffer' }).notNull(),
  /** 96 × 96 WebP. */
  small: blob('small', { mode: 'buffer' }).notNull(),
  createdAt: instant('created_at').notNull(),
});
