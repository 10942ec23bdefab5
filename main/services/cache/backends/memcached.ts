import { newToken } from '#main/services/tokens.ts';
import { asSealedText } from '../coders.ts';
import { type CacheStore, keyvStore } from '../store.ts';

const TIMEOUT_SECONDS = 0.5;
/** What is longer is a point in time to Memcached, so it is left to main's clock. */
const LONGEST_MS = 30 * 86_400_000;
/** Memcached's own limit is a million bytes an entry, with key and head. */
const LARGEST = 1_000_000;

/** Entries in Memcached servers (several are given with commas). */
export async function memcachedStore(address: string, key: Buffer, namespace: string): Promise<CacheStore> {
  const [{ default: KeyvMemcache }, { Keyv }] = await Promise.all([import('@keyv/memcache'), import('keyv')]);
  const quiet = { log: () => undefined };
  const options = { timeout: TIMEOUT_SECONDS, conntimeout: TIMEOUT_SECONDS, retries: 1, logger: quiet };
  const adapter = new KeyvMemcache(address || '127.0.0.1:11211', options);
  adapter.on('error', () => undefined);
  const keyv = new Keyv({ store: adapter, useKeyPrefix: false, throwOnErrors: true });
  keyv.on('error', () => undefined);
  const coder = asSealedText(key);

  /** Emptying a server would empty it for everybody; instead our keys move on, and what is left behind fades away. */
  const generationKey = `${namespace}-generation`;
  const newGeneration = async () => {
    const made = newToken().slice(0, 10);
    await keyv.set(generationKey, made);
    return made;
  };
  let generation = (await keyv.get<string>(generationKey)) ?? (await newGeneration());

  const store = keyvStore(keyv, {
    coder: { ...coder, name: (name) => `${namespace}-${generation}-${coder.name(name)}` },
    expires: true,
    measure: async () => ({ keys: null, bytes: null }),
  });
  return {
    ...store,
    async set(name, entry, milliseconds) {
      if (JSON.stringify(entry).length * 1.4 > LARGEST) return false;
      // Whole seconds, rounded up: none of them would mean forever.
      const whole = milliseconds === null || milliseconds > LONGEST_MS ? null : Math.ceil(milliseconds / 1000) * 1000;
      return store.set(name, entry, whole);
    },
    async clear() {
      generation = await newGeneration();
    },
    async close() {
      adapter.client.close();
    },
  };
}
