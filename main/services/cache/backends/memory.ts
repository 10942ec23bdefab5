import { Keyv } from 'keyv';
import { asIs, type CacheStore, keyvStore } from '../store.ts';

/** A map in which what was unused longest makes room. */
class RecentMap<V> extends Map<string, V> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override get(key: string): V | undefined {
    const value = super.get(key);
    if (value === undefined) return undefined;
    super.delete(key);
    super.set(key, value);
    return value;
  }

  override set(key: string, value: V): this {
    super.delete(key);
    super.set(key, value);
    const [oldest] = this.keys();
    if (this.size > this.#most && oldest !== undefined) super.delete(oldest);
    return this;
  }
}

/** Entries in this process, the fastest place there is; gone when it ends. */
export function memoryStore(maxEntries: number): CacheStore {
  const entries = new RecentMap<{ value: { value: unknown } }>(maxEntries);
  const keyv = new Keyv({ store: entries, useKeyPrefix: false, throwOnErrors: true });
  keyv.serialize = undefined;
  keyv.deserialize = undefined;
  return keyvStore(keyv, {
    coder: asIs,
    async measure() {
      let bytes = 0;
      for (const { value } of entries.values()) bytes += JSON.stringify(value.value).length;
      return { keys: entries.size, bytes };
    },
  });
}
