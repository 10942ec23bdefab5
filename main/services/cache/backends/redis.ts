import { asSealedText } from '../coders.ts';
import { type CacheStore, keyvStore } from '../store.ts';

const CONNECT_MS = 1_000;
/** Keys are counted up to here. */
const MOST_COUNTED = 100_000;

/** Entries in a Redis server, under a namespace of this clinic and cache. Raises when it cannot be reached. */
export async function redisStore(address: string, key: Buffer, namespace: string): Promise<CacheStore> {
  const [{ default: KeyvRedis }, { Keyv }] = await Promise.all([import('@keyv/redis'), import('keyv')]);
  const url = /^rediss?:/.test(address) ? address : `redis://${address || '127.0.0.1:6379'}`;
  const adapter = new KeyvRedis<string>(
    { url, socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false } },
    { namespace, connectionTimeout: CONNECT_MS, throwOnConnectError: true, throwOnErrors: true },
  );
  // Failures are told by the calls themselves; a connection that breaks between two calls is opened again by the next.
  adapter.on('error', () => undefined);
  const keyv = new Keyv({ store: adapter, namespace, useKeyPrefix: false, throwOnErrors: true });
  keyv.on('error', () => undefined);
  await adapter.getClient();
  return keyvStore(keyv, {
    coder: asSealedText(key),
    expires: true,
    async measure() {
      let keys = 0;
      for await (const _ of adapter.iterator(namespace)) {
        keys += 1;
        if (keys >= MOST_COUNTED) break;
      }
      return { keys, bytes: null };
    },
  });
}
