import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { cacheEntry } from '#db/schema/system.ts';
import { prepared } from '#db/sqlite/prepared.ts';

/** What a cache keeps under a key; `writtenAt` orders the entries by age. */
export type CacheEntry = typeof cacheEntry.$inferSelect;

const textOf = prepared((reader: Reader) =>
  reader
    .select({ text: cacheEntry.text })
    .from(cacheEntry)
    .where(and(eq(cacheEntry.cache, sql.placeholder('cache')), eq(cacheEntry.key, sql.placeholder('key'))))
    .prepare(),
);
const inCache = (cache: string) => eq(cacheEntry.cache, cache);

/** What a cache keeps under this key, or undefined. */
export async function getEntry(reader: Reader, cache: string, key: string): Promise<string | undefined> {
  return textOf(reader).get({ cache, key })?.text;
}

/** Keeps an entry in place of the one under its key. */
export async function putEntry(tx: Writer, { cache, key, ...values }: CacheEntry): Promise<void> {
  await tx
    .insert(cacheEntry)
    .values({ cache, key, ...values })
    .onConflictDoUpdate({ target: [cacheEntry.cache, cacheEntry.key], set: values });
}

/** Drops the entry under this key. Whether there was one. */
export async function deleteEntry(tx: Writer, cache: string, key: string): Promise<boolean> {
  const gone = await tx
    .delete(cacheEntry)
    .where(and(inCache(cache), eq(cacheEntry.key, key)))
    .returning({ key: cacheEntry.key });
  return gone.length > 0;
}

/** Drops all that a cache keeps. */
export async function deleteEntries(tx: Writer, cache: string): Promise<void> {
  await tx.delete(cacheEntry).where(inCache(cache));
}

/** Drops so many of a cache's entries, the oldest ones. */
export async function deleteOldest(tx: Writer, cache: string, entries: number): Promise<void> {
  const oldest = tx
    .select({ key: cacheEntry.key })
    .from(cacheEntry)
    .where(inCache(cache))
    .orderBy(asc(cacheEntry.writtenAt))
    .limit(entries);
  await tx.delete(cacheEntry).where(and(inCache(cache), inArray(cacheEntry.key, oldest)));
}

/** How many entries a cache keeps. */
export async function countEntries(reader: Reader, cache: string): Promise<number> {
  return reader.$count(cacheEntry, inCache(cache));
}

/** How many entries a cache keeps, and how many characters they take. */
export async function measureEntries(reader: Reader, cache: string): Promise<{ keys: number; bytes: number }> {
  const [row] = await reader
    .select({ keys: sql<number>`count(*)`, bytes: sql<number>`coalesce(sum(length(${cacheEntry.text})), 0)` })
    .from(cacheEntry)
    .where(inCache(cache));
  return row ?? { keys: 0, bytes: 0 };
}
