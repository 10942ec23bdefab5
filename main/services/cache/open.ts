import { dirname, join } from 'node:path';
import type { CacheChoice } from '#contract/system/cache.ts';
import type { Database } from '#db/index.ts';
import { deriveKey, keyedHash } from '#main/services/secrets.ts';
import { databaseStore } from './backends/database.ts';
import { fileStore } from './backends/file.ts';
import { memcachedStore } from './backends/memcached.ts';
import { memoryStore } from './backends/memory.ts';
import { redisStore } from './backends/redis.ts';
import type { CacheStore } from './store.ts';

export interface StoreNeeds {
  db: Database;
  dataKey: Buffer;
}

/** The store a setting asks for. One outside of this computer's files is connected to when it is first used. */
export function openStore(name: string, { backend, address, maxEntries }: CacheChoice, needs: StoreNeeds): CacheStore {
  const key = deriveKey(needs.dataKey, `cache ${name}`);
  // Several clinics may share one server, and never an entry.
  const namespace = `clinic-desk-${keyedHash(key, 'namespace').slice(0, 16)}-${name}`;
  switch (backend) {
    case 'memory':
      return memoryStore(maxEntries);
    case 'file':
      return fileStore(join(dirname(needs.db.file), 'cache', name), key, maxEntries);
    case 'database':
      return databaseStore(needs.db, key, name, maxEntries);
    case 'redis':
      return whenUsed(() => redisStore(address, key, namespace));
    case 'memcached':
      return whenUsed(() => memcachedStore(address, key, namespace));
  }
}

/** Opens with the first call, and anew with the next after a failure to open. */
function whenUsed(open: () => Promise<CacheStore>): CacheStore {
  let opened: Promise<CacheStore> | undefined;
  const store = () => {
    opened ??= open().catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    get: async (keys) => (await store()).get(keys),
    set: async (key, entry, milliseconds) => (await store()).set(key, entry, milliseconds),
    delete: async (keys) => (await store()).delete(keys),
    clear: async () => (await store()).clear(),
    measure: async () => (await store()).measure(),
    close: async () => (await opened)?.close(),
  };
}
