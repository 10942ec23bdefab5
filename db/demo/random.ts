/** Chance that repeats itself: the same seed gives the same numbers on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, at least 0 and less than `below`. */
  whole(below: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Like `pick`, but what stands first comes up more often, as names do. */
  common<T>(from: readonly T[]): T;
  /** `length` random digits. */
  digits(length: number): string;
}

export function random(seed: number): Random {
  const next = mulberry32(seed);
  const at = <T>(from: readonly T[], index: number): T => {
    const picked = from[index];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  };
  return {
    next,
    whole: (below) => Math.floor(next() * below),
    chance: (percent) => next() * 100 < percent,
    pick: (from) => at(from, Math.floor(next() * from.length)),
    common: (from) => at(from, Math.floor(next() ** 2 * from.length)),
    digits: (length) => String(Math.floor(next() * 10 ** length)).padStart(length, '0'),
  };
}

/** Picks by weight, in a time that does not grow with the number of choices worth speaking of. */
export function weighted<T>(choices: ReadonlyArray<readonly [weight: number, value: T]>): (random: Random) => T {
  const table = choices.flatMap(([weight, value]) => Array.from({ length: weight }, () => value));
  return (r) => r.pick(table);
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
