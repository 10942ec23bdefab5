import type { CacheChoice } from '#contract/system/cache.ts';
import { serial } from '#db/tools/serial.ts';
import type { Clock } from '#main/ports.ts';
import { newToken } from '#main/services/tokens.ts';
import { type Entry, frozenCopy } from './entry.ts';
import type { Guarded } from './guard.ts';
import { checkKey, storedKey } from './keys.ts';
import { createSharing } from './sharing.ts';
import type { Tags } from './tags.ts';

export interface CacheOptions {
  /** How long the entry holds; null forever, 0 not at all. The cache's own time when left out. */
  seconds?: number | null | undefined;
  /** The entry holds until one of these is invalidated. */
  tags?: readonly string[] | undefined;
}

/** One named cache. Values are plain data, come back frozen, and `undefined` means that there is none. */
export interface Cache {
  get<T>(key: string): Promise<T | undefined>;
  /** True when it is kept. */
  set(key: string, value: unknown, options?: CacheOptions): Promise<boolean>;
  /** What is there, or what `compute` gives, which is then kept; called at the same time it computes once. */
  getOrSet<T>(key: string, compute: () => T | Promise<T>, options?: CacheOptions): Promise<T>;
  clear(): Promise<void>;
  readonly counts: { hits: number; misses: number };
}

interface CacheParts {
  store: Guarded;
  choice: CacheChoice;
  clock: Clock;
  tags: Tags;
  /** Changes when a change did not reach the store: entries of before are then not trusted. */
  epoch: { value: string };
}

/** The verbs over a store. One program owns a cache, so writes take their turn here. */
export function createCache({ store, choice, clock, tags, epoch }: CacheParts): Cache {
  const counts = { hits: 0, misses: 0 };
  const inTurn = serial();
  const sharing = createSharing();

  const nameOf = (key: string) => {
    checkKey(key);
    return storedKey(choice.prefix, choice.version, key);
  };
  const holds = (entry: Entry) => {
    const now = clock.now();
    if (entry.storedAt > now || (entry.until !== null && entry.until <= now)) return false;
    return entry.epoch === epoch.value && tags.stand(entry.tags, entry.tokens);
  };
  const read = async (name: string) => {
    const [entry] = await store.get([name]);
    return entry && holds(entry) ? entry : undefined;
  };

  const write = async (entry: Entry): Promise<boolean> => {
    const left = entry.until === null ? null : entry.until - clock.now();
    if (left !== null && left <= 0) {
      await store.delete([entry.key]);
      return true;
    }
    return store.set(entry.key, entry, left);
  };
  /** `tokens` are those of the moment at which computing the value began. */
  const entryOf = (name: string, value: unknown, options: CacheOptions, tokens?: string[]): Entry => {
    const { seconds = choice.seconds, tags: named = [] } = options;
    const now = clock.now();
    return {
      key: name,
      value: frozenCopy(value),
      storedAt: now,
      until: seconds === null ? null : now + seconds * 1000,
      tags: named,
      tokens: tokens ?? tags.tokensOf(named),
      epoch: epoch.value,
    };
  };
  const set = (name: string, value: unknown, options: CacheOptions, tokens?: string[]) => {
    const entry = entryOf(name, value, options, tokens);
    return inTurn(() => write(entry));
  };

  const cache: Cache = {
    counts,
    async get<T>(key: string) {
      const entry = await read(nameOf(key));
      if (entry) counts.hits += 1;
      else counts.misses += 1;
      return entry?.value as T | undefined;
    },
    set: async (key, value, options = {}) => set(nameOf(key), value, options),
    async getOrSet<T>(key: string, compute: () => T | Promise<T>, options: CacheOptions = {}) {
      const name = nameOf(key);
      const kept = await cache.get<T>(key);
      if (kept !== undefined) return kept;
      const tokens = tags.tokensOf(options.tags ?? []);
      return sharing.once(`${name} ${tokens}`, async () => {
        const entry = await read(name);
        if (entry) return entry.value as T;
        const value = await compute();
        if (value !== undefined) await set(name, value, options, tokens);
        return value;
      });
    },
    clear: () => inTurn(() => store.clear()),
  };
  return cache;
}

/** A new mark for {@link CacheParts.epoch}. */
export const newEpoch = () => newToken().slice(0, 10);
