import type { Database } from '#db/index.ts';
import {
  countEntries,
  deleteEntries,
  deleteEntry,
  deleteOldest,
  getEntry,
  measureEntries,
  putEntry,
} from '#db/queries/system/cacheEntries.ts';
import { asText } from '../coders.ts';
import { type CacheStore, keyvStore } from '../store.ts';
import { keyvOver, surplus } from './adapter.ts';

/** Entries in the clinic's own encrypted database, a row each. */
export function databaseStore(db: Database, key: Buffer, name: string, maxEntries: number): CacheStore {
  let order = 0;
  const keyv = keyvOver({
    get: (entryKey) => db.read((reader) => getEntry(reader, name, entryKey)),
    set: (entryKey, text) =>
      db.write(async (tx) => {
        // Later is larger also within a millisecond, and after the clock was set back.
        order = Math.max(order + 1, Date.now() * 1000);
        await putEntry(tx, { cache: name, key: entryKey, text, writtenAt: order });
        const count = surplus(await countEntries(tx, name), maxEntries);
        if (count > 0) await deleteOldest(tx, name, count);
      }),
    delete: (entryKey) => db.write((tx) => deleteEntry(tx, name, entryKey)),
    clear: () => db.write((tx) => deleteEntries(tx, name)),
  });
  return keyvStore(keyv, { coder: asText(key), measure: () => db.read((reader) => measureEntries(reader, name)) });
}
