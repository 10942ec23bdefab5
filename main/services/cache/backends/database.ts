import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type Database, prepared, type Reader, type Writer } from '#db/index.ts';
import { cacheEntry } from '#db/schema/index.ts';
import { asText } from '../coders.ts';
import { type CacheStore, keyvStore } from '../store.ts';
import { keyvOver, surplus } from './adapter.ts';

const byKey = prepared((reader: Reader) =>
  reader
    .select({ text: cacheEntry.text })
    .from(cacheEntry)
    .where(and(eq(cacheEntry.cache, sql.placeholder('cache')), eq(cacheEntry.key, sql.placeholder('key'))))
    .prepare(),
);

/** Entries in the clinic's own encrypted database, a row each. */
export function databaseStore(db: Database, key: Buffer, name: string, maxEntries: number): CacheStore {
  const mine = eq(cacheEntry.cache, name);
  let order = 0;
  const cull = async (tx: Writer) => {
    const count = surplus(await tx.$count(cacheEntry, mine), maxEntries);
    if (count === 0) return;
    const oldest = tx.select({ key: cacheEntry.key }).from(cacheEntry).where(mine).orderBy(asc(cacheEntry.writtenAt));
    await tx.delete(cacheEntry).where(and(mine, inArray(cacheEntry.key, oldest.limit(count))));
  };
  const keyv = keyvOver({
    get: (entryKey) => db.read(async (reader) => byKey(reader).get({ cache: name, key: entryKey })?.text),
    set: (entryKey, text) =>
      db.write(async (tx) => {
        // Later is larger also within a millisecond, and after the clock was set back.
        order = Math.max(order + 1, Date.now() * 1000);
        const row = { text, writtenAt: order };
        await tx
          .insert(cacheEntry)
          .values({ cache: name, key: entryKey, ...row })
          .onConflictDoUpdate({ target: [cacheEntry.cache, cacheEntry.key], set: row });
        await cull(tx);
      }),
    delete: (entryKey) =>
      db.write(async (tx) => {
        const gone = await tx
          .delete(cacheEntry)
          .where(and(mine, eq(cacheEntry.key, entryKey)))
          .returning({ key: cacheEntry.key });
        return gone.length > 0;
      }),
    clear: () => db.write(async (tx) => void (await tx.delete(cacheEntry).where(mine))),
  });
  return keyvStore(keyv, {
    coder: asText(key),
    async measure() {
      const [row] = await db.read(async (reader) =>
        reader
          .select({ keys: sql<number>`count(*)`, bytes: sql<number>`coalesce(sum(length(${cacheEntry.text})), 0)` })
          .from(cacheEntry)
          .where(mine),
      );
      return row ?? { keys: 0, bytes: 0 };
    },
  });
}
