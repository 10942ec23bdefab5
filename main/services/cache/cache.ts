import type { CacheChoice } from '#contract/system/cache.ts';
import { serial } from '#db/serial.ts';
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
  version?: number | undefined;
  /** The entry holds until one of these is invalidated. */
  tags?: readonly string[] | undefined;
}
type Versioned = Pick<CacheOptions, 'version'>;

/** One named cache. Values are plain data, come back frozen, and `undefined` means that there is none. */
export interface Cache {
  get<T>(key: string, options?: Versioned): Promise<T | undefined>;
  getMany<T>(keys: readonly string[], options?: Versioned): Promise<Map<string, T>>;
  has(key: string, options?: Versioned): Promise<boolean>;
  /** True when it is kept. */
  set(key: string, value: unknown, options?: CacheOptions): Promise<boolean>;
  /** Answers the keys that could not be kept. */
  setMany(values: ReadonlyMap<string, unknown>, options?: CacheOptions): Promise<string[]>;
  /** Sets what is not there; false when it is. */
  add(key: string, value: unknown, options?: CacheOptions): Promise<boolean>;
  /** What is there, or what `compute` gives, which is then kept; called at the same time it computes once. */
  getOrSet<T>(key: string, compute: () => T | Promise<T>, options?: CacheOptions): Promise<T>;
  /** Gives an entry a new time; false when there is none. */
  touch(key: string, seconds?: number | null, options?: Versioned): Promise<boolean>;
  /** The new number; undefined when there is no number. Time and tags stay. */
  incr(key: string, by?: number, options?: Versioned): Promise<number | undefined>;
  decr(key: string, by?: number, options?: Versioned): Promise<number | undefined>;
  /** Moves an entry to another version; answers which, or undefined when there is none. */
  incrVersion(key: string, by?: number, options?: Versioned): Promise<number | undefined>;
  decrVersion(key: string, by?: number, options?: Versioned): Promise<number | undefined>;
  delete(key: string, options?: Versioned): Promise<boolean>;
  /** Answers how many there were. */
  deleteMany(keys: readonly string[], options?: Versioned): Promise<number>;
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

/** The verbs over a store. One program owns a cache, so what reads and then writes takes its turn here. */
export function createCache({ store, choice, clock, tags, epoch }: CacheParts): Cache {
  const counts = { hits: 0, misses: 0 };
  const inTurn = serial();
  const sharing = createSharing();

  const nameOf = (key: string, version: number | undefined) => {
    checkKey(key);
    return storedKey(choice.prefix, version ?? choice.version, key);
  };
  const holds = (entry: Entry) => {
    const now = clock.now();
    if (entry.storedAt > now || (entry.until !== null && entry.until <= now)) return false;
    return entry.epoch === epoch.value && tags.stand(entry.tags, entry.tokens);
  };
  const read = async (names: readonly string[]) =>
    (await store.get(names)).map((entry) => (entry && holds(entry) ? entry : undefined));
  const readOne = async (name: string) => (await read([name]))[0];
  const lifeOf = (seconds: number | null | undefined) => (seconds === undefined ? choice.seconds : seconds);

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
    const [now, seconds, named] = [clock.now(), lifeOf(options.seconds), options.tags ?? []];
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
  const renew = <T>(name: string, change: (entry: Entry) => Promise<T>): Promise<T | undefined> =>
    inTurn(async () => {
      const entry = await readOne(name);
      return entry && change(entry);
    });

  const cache: Cache = {
    counts,
    async get<T>(key: string, { version }: Versioned = {}) {
      const entry = await readOne(nameOf(key, version));
      if (entry) counts.hits += 1;
      else counts.misses += 1;
      return entry?.value as T | undefined;
    },
    async getMany<T>(keys: readonly string[], { version }: Versioned = {}) {
      const entries = await read(keys.map((key) => nameOf(key, version)));
      const found = keys.flatMap((key, place) => (entries[place] ? [[key, entries[place].value as T] as const] : []));
      counts.hits += found.length;
      counts.misses += keys.length - found.length;
      return new Map(found);
    },
    has: async (key, { version } = {}) => (await readOne(nameOf(key, version))) !== undefined,
    set: async (key, value, options = {}) => set(nameOf(key, options.version), value, options),
    async setMany(values, options = {}) {
      const names = [...values].map(([key, value]) => ({ key, name: nameOf(key, options.version), value }));
      const kept = await Promise.all(names.map(({ name, value }) => set(name, value, options)));
      return names.filter((_, place) => !kept[place]).map(({ key }) => key);
    },
    async add(key, value, options = {}) {
      const entry = entryOf(nameOf(key, options.version), value, options);
      return inTurn(async () => ((await readOne(entry.key)) ? false : write(entry)));
    },
    async getOrSet<T>(key: string, compute: () => T | Promise<T>, options: CacheOptions = {}) {
      const name = nameOf(key, options.version);
      const kept = await cache.get<T>(key, options);
      if (kept !== undefined) return kept;
      const tokens = tags.tokensOf(options.tags ?? []);
      return sharing.once(`${name} ${tokens}`, async () => {
        const entry = await readOne(name);
        if (entry) return entry.value as T;
        const value = await compute();
        if (value !== undefined) await set(name, value, options, tokens);
        return value;
      });
    },
    async touch(key, seconds, { version } = {}) {
      const life = lifeOf(seconds);
      const until = life === null ? null : clock.now() + life * 1000;
      return (await renew(nameOf(key, version), (entry) => write({ ...entry, until }))) ?? false;
    },
    incr: (key, by = 1, { version } = {}) =>
      renew(nameOf(key, version), async (entry) => {
        if (typeof entry.value !== 'number') return undefined;
        const value = entry.value + by;
        await write({ ...entry, value });
        return value;
      }),
    decr: (key, by = 1, options) => cache.incr(key, -by, options),
    incrVersion: (key, by = 1, { version = choice.version } = {}) =>
      renew(nameOf(key, version), async (entry) => {
        await write({ ...entry, key: nameOf(key, version + by) });
        await store.delete([entry.key]);
        return version + by;
      }),
    decrVersion: (key, by = 1, options) => cache.incrVersion(key, -by, options),
    delete: async (key, options) => (await cache.deleteMany([key], options)) > 0,
    async deleteMany(keys, { version } = {}) {
      const names = keys.map((key) => nameOf(key, version));
      return inTurn(async () => {
        const held = await read(names);
        const gone = await store.delete(names);
        return gone.filter((was, place) => was && held[place]).length;
      });
    },
    clear: () => inTurn(() => store.clear()),
  };
  return cache;
}

/** A new mark for {@link CacheParts.epoch}. */
export const newEpoch = () => newToken().slice(0, 10);
