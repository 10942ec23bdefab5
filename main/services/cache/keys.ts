const MOST_CHARACTERS = 250;

/** Raised for a key that no cache takes: a mistake of the program, not of its user. */
export class CacheKeyError extends Error {}

/** Keys are short, of printable characters and without spaces, so that every backend can hold every key. */
export function checkKey(key: string): void {
  if (typeof key !== 'string' || key === '') throw new CacheKeyError('a cache key is a text and not empty');
  if (key.length > MOST_CHARACTERS) throw new CacheKeyError(`a cache key has at most ${MOST_CHARACTERS} characters`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused
  if (/[\u0000-\u0020\u007f]/.test(key)) throw new CacheKeyError('a cache key has no spaces or control characters');
}

/** The key as it is stored: nothing under one prefix or version ever meets another. */
export const storedKey = (prefix: string, version: number, key: string) => `${prefix}:${version}:${key}`;
