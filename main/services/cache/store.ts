import type { Keyv } from 'keyv';
import type { Entry } from './entry.ts';

export interface Measure {
  /** Null where the server does not tell. */
  keys: number | null;
  bytes: number | null;
}

/** What every backend can do. Everything may fail; {@link guarded} sees to it that nobody notices. */
export interface CacheStore {
  get(keys: readonly string[]): Promise<Array<Entry | undefined>>;
  /** Returns false where the entry was not taken (too large, say). */
  set(key: string, entry: Entry, milliseconds: number | null): Promise<boolean>;
  /** Which of them were there. */
  delete(keys: readonly string[]): Promise<boolean[]>;
  clear(): Promise<void>;
  measure(): Promise<Measure>;
  close(): Promise<void>;
}

/** How entries lie in a store: as they are, or as text. */
export interface Coder {
  /** The name under which the store knows a key. */
  name(key: string): string;
  encode(entry: Entry): unknown;
  decode(stored: unknown): Entry | undefined;
}

/** In this process: nothing to translate. */
export const asIs: Coder = {
  name: (key) => key,
  encode: (entry) => entry,
  decode: (stored) => stored as Entry | undefined,
};

interface KeyvStoreOptions {
  coder: Coder;
  measure(): Promise<Measure>;
  /** The store ends entries by itself; others drop them when they are asked for or as the oldest. */
  expires?: boolean;
}

/** A store of ours over any Keyv. Whether an entry still holds is decided by main's own clock, not by Keyv's. */
export function keyvStore(keyv: Keyv, { coder, measure, expires = false }: KeyvStoreOptions): CacheStore {
  const read = async (key: string) => {
    const entry = coder.decode(await keyv.get(coder.name(key)));
    return entry?.key === key ? entry : undefined;
  };
  return {
    get: (keys) => Promise.all(keys.map(read)),
    set: (key, entry, milliseconds) =>
      keyv.set(coder.name(key), coder.encode(entry), expires && milliseconds !== null ? milliseconds : undefined),
    delete: (keys) => Promise.all(keys.map((key) => keyv.delete(coder.name(key)))),
    clear: () => keyv.clear(),
    measure,
    async close() {
      await keyv.disconnect();
    },
  };
}
