import type { Clock } from '#main/ports.ts';

const MOST_ENTRIES = 1_000;

interface Entry {
  value: unknown;
  until: number;
  tags: readonly string[];
}

/** Answers kept in memory for a while; a write that touches a tag drops what carries it. */
export interface Cache {
  get(key: string): unknown;
  set(key: string, value: unknown, seconds: number, tags: readonly string[]): void;
  invalidate(tags: readonly string[]): void;
  /** Grows with every invalidation, so that an answer computed before one is not stored after it. */
  readonly generation: number;
}

export function createCache(clock: Clock): Cache {
  const entries = new Map<string, Entry>();
  let generation = 0;
  return {
    get generation() {
      return generation;
    },
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      if (entry.until <= clock.monotonic()) return undefined;
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, seconds, tags) {
      entries.set(key, { value, until: clock.monotonic() + seconds * 1000, tags });
      const oldest = entries.keys().next();
      if (entries.size > MOST_ENTRIES && !oldest.done) entries.delete(oldest.value);
    },
    invalidate(tags) {
      generation += 1;
      for (const [key, entry] of entries) if (entry.tags.some((tag) => tags.includes(tag))) entries.delete(key);
    },
  };
}
