import { Keyv } from 'keyv';

/** What a store of texts of ours has to offer Keyv. */
export interface TextStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string): Promise<unknown>;
  delete(key: string): Promise<boolean>;
  clear(): Promise<void>;
}

/** A Keyv over a store of texts of ours. */
export function keyvOver(store: TextStore): Keyv {
  const adapter = { opts: {}, on: () => adapter, ...store };
  const keyv = new Keyv({ store: adapter, useKeyPrefix: false, throwOnErrors: true });
  // The texts go through as they are: one that was damaged is then a miss and not a failure of the whole store.
  keyv.serialize = ({ value }) => value as string;
  keyv.deserialize = (text) => ({ value: text as never, expires: undefined });
  return keyv;
}

/** When a store of so many entries is full, a third of them go at once, so that tidying up is rare. */
export const surplus = (entries: number, most: number) => (entries > most ? entries - Math.floor((most * 2) / 3) : 0);
