/** What is stored under a key. */
export interface Entry {
  /** The key itself, so that an entry cannot be passed off as another. */
  key: string;
  value: unknown;
  /** By main's clock, UTC milliseconds. An entry of the future was stored before the clock was set back, and is dead. */
  storedAt: number;
  /** Null: forever. */
  until: number | null;
  tags: readonly string[];
  /** What the tags stood at when the value began to be computed. */
  tokens: readonly string[];
  /** Of the cache, see there. */
  epoch: string;
}

const MOST_DEPTH = 64;

/** True for what comes back from JSON as it went in; fields that are undefined count as left out. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > MOST_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => item === undefined || isPlain(item, depth + 1));
}

/** A copy that nobody can change: what a cache hands out is the same for everybody. Raises TypeError for what is not plain data. */
export function frozenCopy(value: unknown): unknown {
  if (!isPlain(value)) throw new TypeError('a cache holds plain data only');
  return freeze(JSON.parse(JSON.stringify(value)));
}

export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  }
  return value;
}
