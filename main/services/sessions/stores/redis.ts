import type { SessionStore } from '../store.ts';

const CONNECT_MS = 3_000;

/** Sessions in a Redis server. Raises when it cannot be reached. */
export async function redisStore(url: string): Promise<SessionStore> {
  const [{ default: KeyvRedis }, { Keyv }] = await Promise.all([import('@keyv/redis'), import('keyv')]);
  const adapter = new KeyvRedis<string>(url, {
    namespace: 'clinic-desk-session',
    connectionTimeout: CONNECT_MS,
    throwOnConnectError: true,
    throwOnErrors: true,
  });
  const keyv = new Keyv({ store: adapter, namespace: 'clinic-desk-session', useKeyPrefix: false, throwOnErrors: true });
  await keyv.has('nothing');
  return {
    keyv,
    async *all() {
      for await (const entry of adapter.iterator<string>('clinic-desk-session')) {
        const hash = String(entry[0]);
        yield [hash, await keyv.get<unknown>(hash)];
      }
    },
  };
}
