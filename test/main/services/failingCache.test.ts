import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guarded } from '#main/services/cache/guard.ts';
import { FakeClock } from '#test/support/backend.ts';
import { hasCacheServer, startCacheServer } from '#test/support/cacheServers.ts';
import { cachesFor } from '#test/support/caches.ts';
import { temporaryDatabase } from '#test/support/database.ts';
import { freePort } from '#test/support/servers.ts';

const kinds = (['redis', 'memcached'] as const).filter(hasCacheServer);

describe.each(['redis', 'memcached'] as const)('a %s server that is not there', (backend) => {
  it('breaks nothing: everything is computed, and the log says so once', async () => {
    const its = cachesFor(await temporaryDatabase(), { backend, address: `127.0.0.1:${await freePort()}` });
    const cache = its.caches.named('default');
    for (let n = 0; n < 20; n += 1) expect(await cache.getOrSet('key', () => n)).toBe(n);
    expect(await cache.set('key', 1)).toBe(false);
    await cache.clear();
    expect((await its.caches.stats()).find(({ name }) => name === 'default')).toMatchObject({ health: 'failing' });
    expect(its.logged.filter(({ cache: name }) => name === 'default')).toHaveLength(1);
    await its.caches.close();
  });
});

describe('a store that fails', () => {
  it('is left alone for a while, so that no call waits for it, and then tried again', async () => {
    const clock = new FakeClock();
    let tries = 0;
    const fail = () => {
      tries += 1;
      return Promise.reject(new Error('out of reach'));
    };
    const broken = { get: fail, set: fail, delete: fail, clear: fail, measure: fail, close: async () => {} };
    const options = { name: 'default', clock, log: pino({ enabled: false }), onMissed: () => {} };
    const store = guarded(broken, options);
    for (let n = 0; n < 20; n += 1) expect(await store.get(['key'])).toEqual([undefined]);
    expect(tries).toBe(1);
    clock.pass(6_000);
    for (let n = 0; n < 20; n += 1) await store.get(['key']);
    expect(tries).toBe(2);
  });
});

describe.each(kinds)('a %s server that goes away and comes back', (backend) => {
  it('is used again after a while, without what should have been cleared meanwhile', async () => {
    let server = await startCacheServer(backend);
    onTestFinished(() => server.stop());
    const its = cachesFor(await temporaryDatabase(), { backend, address: `127.0.0.1:${server.port}` });
    const cache = its.caches.named('default');
    await cache.set('key', 1);
    expect(await cache.get('key')).toBe(1);
    await server.stop();
    expect(await cache.get('key')).toBeUndefined();
    await cache.clear();
    server = await startCacheServer(backend, server.port);
    expect(await cache.set('key', 2)).toBe(false);
    for (let tries = 0; tries < 5 && !(await cache.set('key', 3)); tries += 1) its.clock.pass(6_000);
    expect(await cache.get('key')).toBe(3);
    await its.caches.close();
  });
});

describe('the files of a cache', () => {
  const setUp = async () => {
    const db = await temporaryDatabase();
    const its = cachesFor(db, { backend: 'file' });
    const folder = join(dirname(db.file), 'cache', 'default');
    return { cache: its.caches.named('default'), folder };
  };

  it('are for nobody else to see, and tell nothing', async () => {
    const { cache, folder } = await setUp();
    await cache.set('secret-key', 'secret-value');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const [file = ''] = readdirSync(folder);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(file + readFileSync(join(folder, file), 'latin1')).not.toMatch(/secret/);
  });

  it('that are damaged, empty or swapped count as none; foreign ones are let be', async () => {
    const { cache, folder } = await setUp();
    await cache.set('a', 1);
    const [a = ''] = readdirSync(folder);
    await cache.set('b', 2);
    const b = readdirSync(folder).find((name) => name !== a) ?? '';
    writeFileSync(join(folder, b), readFileSync(join(folder, a)));
    expect(await cache.get('b')).toBeUndefined();
    for (const content of ['', 'nonsense']) {
      writeFileSync(join(folder, a), content);
      expect(await cache.get('a')).toBeUndefined();
    }
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await cache.clear();
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });
});
