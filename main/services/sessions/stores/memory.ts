import { Keyv } from 'keyv';
import type { SessionStore } from '../store.ts';

/** Sessions that end with the program. */
export function memoryStore(): SessionStore {
  const map = new Map<string, unknown>();
  const keyv = new Keyv({ store: map, useKeyPrefix: false, throwOnErrors: true });
  return {
    keyv,
    async *all() {
      for (const hash of [...map.keys()]) yield [hash, await keyv.get<unknown>(hash)];
    },
  };
}
