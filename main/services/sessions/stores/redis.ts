import type { SessionStore } from '../store.ts';

const CONNECT_MS = 3_000;

/** Sessions in a Redis server, which several clinics may share: `seal` and `namespace` are this one's. Raises when it cannot be reached. */
export async function redisStore(url: string, seal: Buffer, namespace: string): Promise<SessionStore> {
  const [{ default: KeyvRedis }, { Keyv }] = await Promise.all([import('@keyv/redis'), import('keyv')]);
  // A call is answered now or not at all; it never waits for a server that may come back.
  const client = { url, disableOfflineQueue: true, socket: { connectTimeout: CONNECT_MS } };
  const adapter = new KeyvRedis<string>(client, {
    namespace,
    connectionTimeout: CONNECT_MS,
    throwOnConnectError: true,
    throwOnErrors: true,
  });
  const keyv = new Keyv({ store: adapter, namespace, useKeyPrefix: false, throwOnErrors: true });
  await keyv.has('nothing');
  return {
    keyv,
    seal,
    async *all() {
      for await (const entry of adapter.iterator<string>(namespace)) {
        const hash = String(entry[0]);
        yield [hash, await keyv.get<unknown>(hash)];
      }
    },
  };
}
