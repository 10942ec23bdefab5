import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CacheBackend } from '#contract/system/cache.ts';
import type { Database } from '#db/index.ts';
import type { Cache } from '#main/services/cache/index.ts';
import { hasCacheServer, startCacheServer } from '#test/support/cacheServers.ts';
import { cachesFor, type TestCaches } from '#test/support/caches.ts';
import { temporaryDatabase } from '#test/support/database.ts';
import type { TestServer } from '#test/support/servers.ts';

const SECOND = 1000;
const servers = { redis: hasCacheServer('redis'), memcached: hasCacheServer('memcached') };
const backends: CacheBackend[] = ['memory', 'file', 'database', 'redis', 'memcached'];

describe.each(backends)('a cache in %s', (backend) => {
  const needed = backend === 'redis' || backend === 'memcached' ? backend : null;
  if (needed && !servers[needed]) return it.skip(`${backend} is not installed here`, () => undefined);

  let db: Database;
  let cleanUp: () => Promise<void>;
  let server: TestServer | null = null;
  let its: TestCaches;
  let cache: Cache;

  beforeAll(async () => {
    db = await temporaryDatabase((clean) => {
      cleanUp = clean;
    });
    server = needed && (await startCacheServer(needed));
  });
  const choice = () => ({ backend, address: server ? `127.0.0.1:${server.port}` : '' });
  beforeEach(async () => {
    await its?.caches.close();
    its = cachesFor(db, choice());
    cache = its.caches.named('default');
    await cache.clear();
  });
  afterAll(async () => {
    await its.caches.close();
    await server?.stop();
    await cleanUp();
  });

  it('gives back what was set, of every plain kind', async () => {
    const values: Record<string, unknown> = {
      text: 'an ordinary text',
      unicode: 'Iñtërnâtiônàlizætiøn \u0000 🏥 中文',
      empty: '',
      number: 42.5,
      zero: 0,
      no: false,
      nothing: null,
      list: [1, 'two', [3, null]],
      tree: { a: { b: { c: [true] } } },
    };
    for (const [key, value] of Object.entries(values)) expect(await cache.set(key, value), key).toBe(true);
    for (const [key, value] of Object.entries(values)) expect(await cache.get(key), key).toEqual(value);
  });

  it('refuses what is not plain data', async () => {
    for (const value of [undefined, () => 1, new Date(), new Map(), 1n, Number.NaN, { at: new Date() }, [undefined]])
      await expect(cache.set('key', value)).rejects.toThrow(TypeError);
    expect(await cache.get('key')).toBeUndefined();
  });

  it('hands out what nobody can change', async () => {
    const given = { list: [1] };
    await cache.set('key', given);
    given.list.push(2);
    const got = await cache.get<{ list: number[] }>('key');
    expect(got).toEqual({ list: [1] });
    expect(() => got?.list.push(3)).toThrow(TypeError);
    expect(await cache.get('key')).toEqual({ list: [1] });
  });

  it('has nothing under a key that was never set', async () => {
    expect(await cache.get('nobody')).toBeUndefined();
  });

  it('keeps for five minutes when nobody says otherwise', async () => {
    await cache.set('key', 1);
    its.clock.pass(299 * SECOND);
    expect(await cache.get('key')).toBe(1);
    its.clock.pass(1 * SECOND);
    expect(await cache.get('key')).toBeUndefined();
  });

  it('keeps as long as it is told, also half a second, and long, and forever', async () => {
    await cache.set('short', 1, { seconds: 0.5 });
    await cache.set('long', 1, { seconds: 60 * 86_400 });
    await cache.set('forever', 1, { seconds: null });
    its.clock.pass(499);
    expect(await cache.get('short')).toBe(1);
    its.clock.pass(1);
    expect(await cache.get('short')).toBeUndefined();
    its.clock.pass(59 * 86_400 * SECOND);
    expect(await cache.get('long')).toBe(1);
    its.clock.pass(400 * 86_400 * SECOND);
    expect(await cache.get('long')).toBeUndefined();
    expect(await cache.get('forever')).toBe(1);
  });

  it('keeps nothing for no time, and drops what was there', async () => {
    await cache.set('key', 1);
    await cache.set('key', 2, { seconds: 0 });
    expect(await cache.get('key')).toBeUndefined();
    await cache.set('key', 1);
    await cache.set('key', 2, { seconds: -1 });
    expect(await cache.get('key')).toBeUndefined();
    expect(await cache.getOrSet('other', () => 3, { seconds: 0 })).toBe(3);
    expect(await cache.get('other')).toBeUndefined();
  });

  it('trusts no entry from the future, after the clock was set back', async () => {
    await cache.set('key', 1, { seconds: null });
    its.clock.set(its.clock.now() - 3_600_000);
    expect(await cache.get('key')).toBeUndefined();
  });

  it('keeps prefixes, versions and caches apart', async () => {
    const settings = choice();
    its.choose({ ...settings, version: 2 }, 'later');
    its.choose({ ...settings, prefix: 'other' }, 'prefixed');
    its.choose(settings, 'second');
    await cache.set('key', 1);
    expect(await its.caches.named('prefixed').get('key')).toBeUndefined();
    expect(await its.caches.named('later').get('key')).toBeUndefined();
    expect(await its.caches.named('second').get('key')).toBeUndefined();
    await its.caches.named('second').set('key', 2);
    await cache.clear();
    expect(await cache.get('key')).toBeUndefined();
    expect(await its.caches.named('second').get('key')).toBe(2);
    await its.caches.named('second').clear();
  });

  it('refuses keys that some backend could not hold', async () => {
    for (const key of ['', 'a b', 'a\nb', 'a\u007fb', 'x'.repeat(251)]) {
      await expect(cache.set(key, 1), key).rejects.toThrow('cache key');
      await expect(cache.get(key), key).rejects.toThrow('cache key');
    }
    await cache.set('ключ'.repeat(60), 1);
    expect(await cache.get('ключ'.repeat(60))).toBe(1);
  });

  it('gets or sets: computes once under a race, and again after the time', async () => {
    let computed = 0;
    const compute = async () => {
      await pause(20);
      computed += 1;
      return { computed };
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => cache.getOrSet('key', compute)));
    expect(answers).toEqual(answers.map(() => ({ computed: 1 })));
    expect(await cache.getOrSet('key', compute)).toEqual({ computed: 1 });
    its.clock.pass(301 * SECOND);
    expect(await cache.getOrSet('key', compute)).toEqual({ computed: 2 });
    expect(await cache.getOrSet('null', () => null)).toBeNull();
    expect(await cache.get('null')).toBeNull();
    await expect(cache.getOrSet('bad', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.getOrSet('bad', () => 'better')).toBe('better');
  });

  it('forgets what carries a tag that is invalidated, and only that', async () => {
    await cache.set('a', 1, { tags: ['patient'] });
    await cache.set('b', 2, { tags: ['doctor', 'patient'] });
    await cache.set('c', 3, { tags: ['doctor'] });
    its.caches.invalidate(['patient']);
    expect(await Promise.all(['a', 'b', 'c'].map((key) => cache.get(key)))).toEqual([undefined, undefined, 3]);
    expect(await cache.set('a', 4, { tags: ['patient'] })).toBe(true);
    expect(await cache.get('a')).toBe(4);
  });

  it('does not keep what was computed before an invalidation', async () => {
    let begin: (value: string) => void = () => undefined;
    const slow = cache.getOrSet('key', () => new Promise((resolve) => (begin = resolve)), { tags: ['patient'] });
    await pause(50);
    its.caches.invalidate(['patient']);
    const late = cache.getOrSet('key', () => 'new', { tags: ['patient'] });
    begin('old');
    expect([await slow, await late]).toEqual(['old', 'new']);
    expect(await cache.getOrSet('key', () => 'newer', { tags: ['patient'] })).not.toBe('old');
  });

  it('holds nothing with tags over a restart, since nobody knows what was written meanwhile', async () => {
    await cache.set('tagged', 1, { tags: ['patient'] });
    const { caches } = cachesFor(db, choice());
    expect(await caches.named('default').get('tagged')).toBeUndefined();
    await caches.close();
  });

  it('counts hits and misses, and says how much it holds', async () => {
    await cache.set('a', 'x'.repeat(1000));
    await cache.get('a');
    await cache.get('b');
    await cache.get('c');
    const stats = (await its.caches.stats()).find(({ name }) => name === 'default');
    expect(stats).toMatchObject({
      backend,
      health: 'ok',
      hits: 1,
      misses: 2,
      keys: backend === 'memcached' ? null : 1,
    });
    if (stats?.bytes) expect(stats.bytes).toBeGreaterThan(1000);
  });

  if (!needed)
    it('makes room when it is full', async () => {
      its.choose({ ...choice(), maxEntries: 30 }, 'small');
      const small = its.caches.named('small');
      for (let n = 0; n < 100; n += 1) await small.set(`key-${n}`, n);
      const stats = (await its.caches.stats()).find(({ name }) => name === 'small');
      expect(stats?.keys).toBeLessThanOrEqual(50);
      expect(stats?.keys).toBeGreaterThan(10);
      expect(await small.get('key-99')).toBe(99);
      expect(await small.get('key-0')).toBeUndefined();
      await small.clear();
      await small.clear();
    });
});

describe('the memory', () => {
  it('drops what was unused longest', async () => {
    const { caches } = cachesFor(await temporaryDatabase(), { maxEntries: 3 });
    const cache = caches.named('default');
    for (const key of ['a', 'b', 'c']) await cache.set(key, 1);
    await cache.get('a');
    await cache.set('b', 2);
    await cache.set('d', 1);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => cache.get(key)))).toEqual([1, 2, undefined, 1]);
  });
});
