import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { user } from '../accounts/accounts.ts';
import { instant, recordColumns } from '../columns.ts';

/** Teaching and reference pictures of the clinic; no patient is in this table. */
export const image = sqliteTable(
  'image',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Names the stored picture; random, as it stands in addresses. */
    fileId: text('file_id').notNull(),
    caption: text('caption').notNull(),
    tags: text('tags', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** Caption and tags, folded: what a search looks through. */
    searchText: text('search_text').notNull(),
    /** Of the stored picture, in pixels. */
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** The host it was fetched from; empty for a file. */
    source: text('source').notNull().default(''),
    addedBy: integer('added_by').references(() => user.id),
    status: text('status', { enum: ['active', 'archived'] })
      .notNull()
      .default('active'),
    /** Sent by the form with a new record, so that saving twice cannot make two. */
    createKey: text('create_key'),
    ...recordColumns(),
  },
  (t) => [
    index('image_status').on(t.status, t.id),
    uniqueIndex('image_create_key').on(t.createKey).where(sql`create_key is not null`),
  ],
);

/** The pictures themselves, re-encoded and without metadata, apart from what lists read. */
export const imageFile = sqliteTable('image_file', {
  id: text('id').primaryKey(),
  /** At most 2000 pixels a side, WebP. */
  large: blob('large', { mode: 'buffer' }).notNull(),
  /** At most 400 pixels a side, WebP. */
  small: blob('small', { mode: 'buffer' }).notNull(),
});

/** Which image carries which tag, folded. */
export const imageTag = sqliteTable(
  'image_tag',
  {
    tagKey: text('tag_key').notNull(),
    imageId: integer('image_id')
      .notNull()
      .references(() => image.id, { onDelete: 'cascade' }),
    /** As it was written. */
    tag: text('tag').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tagKey, t.imageId] }), index('image_tag_image').on(t.imageId)],
);

/** What a person wants to find again. */
export const bookmark = sqliteTable(
  'bookmark',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    /** A kind of record, as the contract names it. */
    kind: text('kind').notNull(),
    recordId: integer('record_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind, t.recordId] })],
);
