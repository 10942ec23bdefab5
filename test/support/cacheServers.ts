import { freePort, has, startServer, type TestServer } from './servers.ts';

const servers = {
  redis: {
    program: '/usr/bin/redis-server',
    args: (port: number) => ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
  },
  memcached: {
    program: '/usr/bin/memcached',
    args: (port: number) => ['-p', `${port}`, '-l', '127.0.0.1', '-U', '0', '-u', 'nobody'],
  },
};
export type CacheServer = keyof typeof servers;

/** True when this machine has the server; otherwise says loudly that its tests are left out. */
export const hasCacheServer = (kind: CacheServer) => has(servers[kind].program, `the cache in ${kind}`);

/** Starts a real server on the loopback, on a free port or on the one given. */
export async function startCacheServer(kind: CacheServer, port?: number): Promise<TestServer> {
  const taken = port ?? (await freePort());
  return startServer(servers[kind].program, servers[kind].args(taken), taken);
}
