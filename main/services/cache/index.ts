import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { type CacheBackend, type CacheChoice, cacheChoice } from '#contract/system/cache.ts';
import type { Clock } from '#main/ports.ts';
import type { Settings } from '#main/services/settings.ts';
import { type Cache, createCache, newEpoch } from './cache.ts';
import { type Guarded, guarded, NETWORK_PATIENCE } from './guard.ts';
import { openStore, type StoreNeeds } from './open.ts';
import type { Measure } from './store.ts';
import { createTags } from './tags.ts';

export type { Cache } from './cache.ts';
export { ANY_WRITE, recordTags, touchedTags } from './tags.ts';

/** How a cache does. */
export interface CacheStats extends Measure {
  name: string;
  backend: CacheBackend;
  health: 'ok' | 'failing';
  /** Since the program was started. */
  hits: number;
  misses: number;
  /** How long an entry is kept when nobody says otherwise; null forever. */
  seconds: number | null;
}

/** The caches of the program, each where the settings want it. */
export interface Caches {
  /** The cache of this name as the settings have it now; one they do not know is as `default`. Not to be held on to. */
  named(name: string): Cache;
  /** From now on nothing that carries one of the tags is handed out, from whichever cache. */
  invalidate(tags: readonly string[]): void;
  /**
   * A piece of an answer that is kept for itself. `vary` names everything it depends on -- for whom, first of all.
   * `tags` end it before its time.
   */
  fragment<T>(name: string, seconds: number, vary: Vary, build: () => Promise<T>, tags?: readonly string[]): Promise<T>;
  stats(): Promise<CacheStats[]>;
  /** Where the settings want the cache of this name. */
  choiceOf(name: string): CacheChoice;
  /** Empties one cache, or all; false when there is none of this name. */
  clear(name?: string): Promise<boolean>;
  close(): Promise<void>;
}

export type Vary = ReadonlyArray<string | number | boolean | null>;

interface CachesNeeds extends StoreNeeds {
  settings: Settings;
  clock: Clock;
  log: Logger;
}

interface Opened {
  choice: CacheChoice;
  cache: Cache;
  store: Guarded;
}

/** What the program itself uses, so that administrators find them also before their first use. */
const OWN = ['default', 'procedures', 'fragments'];
const asDefault = cacheChoice.parse({});

/** A key of fixed length for whatever it is made from. */
export const digest = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

export function createCaches(needs: CachesNeeds): Caches {
  const { settings, clock, log } = needs;
  const tags = createTags();
  const opened = new Map<string, Opened>();

  const choiceOf = (name: string): CacheChoice => {
    const { caches } = settings.get('cache');
    return caches[name] ?? caches.default ?? asDefault;
  };
  const isSame = (a: CacheChoice, b: CacheChoice) => a === b || JSON.stringify(a) === JSON.stringify(b);
  const open = (name: string, choice: CacheChoice): Opened => {
    const epoch = { value: '' };
    const store = guarded(openStore(name, choice, needs), {
      name,
      clock,
      log,
      onMissed: () => {
        epoch.value = newEpoch();
      },
      patience: choice.backend === 'redis' || choice.backend === 'memcached' ? NETWORK_PATIENCE : undefined,
    });
    return { choice, store, cache: createCache({ store, choice, clock, tags, epoch }) };
  };
  const find = (name: string): Opened => {
    const known = opened.get(name);
    const choice = choiceOf(name);
    if (known && isSame(known.choice, choice)) return known;
    // What the old place holds must not come back when the settings return to it.
    if (known) void known.store.clear().then(() => known.store.close());
    const fresh = open(name, choice);
    opened.set(name, fresh);
    return fresh;
  };
  const names = () => [...new Set([...OWN, ...Object.keys(settings.get('cache').caches), ...opened.keys()])];

  return {
    named: (name) => find(name).cache,
    invalidate: tags.invalidate,
    choiceOf,
    fragment: (name, seconds, vary, build, ends = []) =>
      find('fragments').cache.getOrSet(`${name}:${digest(vary)}`, build, { seconds, tags: ends }),
    async stats() {
      const rows: CacheStats[] = [];
      for (const name of names()) {
        const { choice, store, cache } = find(name);
        const measured = await store.measure();
        const health = store.failing ? 'failing' : 'ok';
        const { backend, seconds } = choice;
        rows.push({
          name,
          backend,
          seconds,
          health,
          hits: cache.counts.hits,
          misses: cache.counts.misses,
          ...measured,
        });
      }
      return rows;
    },
    async clear(name) {
      if (name !== undefined && !names().includes(name)) return false;
      for (const one of name ? [name] : names()) await find(one).cache.clear();
      return true;
    },
    async close() {
      for (const { store } of opened.values()) await store.close();
    },
  };
}
