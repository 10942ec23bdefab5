import { and, desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/engine.ts';
import { bookmark } from '#db/schema/people/image.ts';

export type StoredBookmark = typeof bookmark.$inferSelect;
/** What is marked, and whose mark it is. */
export type Mark = Pick<StoredBookmark, 'userId' | 'kind' | 'recordId'>;

/** The latest bookmarks of a user, at most `limit`, newest first. */
export async function bookmarksOf(reader: Reader, userId: number, limit: number): Promise<StoredBookmark[]> {
  return reader
    .select()
    .from(bookmark)
    .where(eq(bookmark.userId, userId))
    .orderBy(desc(bookmark.createdAt))
    .limit(limit);
}

/** How many bookmarks a user has. */
export async function countBookmarks(reader: Reader, userId: number): Promise<number> {
  return reader.$count(bookmark, eq(bookmark.userId, userId));
}

/** Marks a record; one that is marked already stays as it is. */
export async function addBookmark(tx: Writer, mark: StoredBookmark): Promise<void> {
  await tx.insert(bookmark).values(mark).onConflictDoNothing();
}

/** Takes a mark away, if there is one. */
export async function removeBookmark(tx: Writer, { userId, kind, recordId }: Mark): Promise<void> {
  const own = and(eq(bookmark.userId, userId), eq(bookmark.kind, kind), eq(bookmark.recordId, recordId));
  await tx.delete(bookmark).where(own);
}
