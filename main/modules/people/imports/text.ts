/** Composed, trimmed, inner spaces made single; undefined when nothing is left, for then the source says nothing. */
export function clean(text: string | null | undefined): string | undefined {
  const cleaned = text?.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return cleaned ? cleaned : undefined;
}

/**
 * A name without the numbers Synthea hangs on every word of it ("Alice368 Van789" → "Alice Van"), which mark its people
 * as made up and would only stand in the way of every search. "3rd" and "14" stay: no letter stands before the digits.
 */
export function cleanName(text: string | null | undefined): string | undefined {
  return clean(text?.replace(/(?<=\p{L}\p{M}*)\d+(?=$|[\s'’-])/gu, ''));
}

/** "GENERAL PRACTICE" → "General practice"; words that are not shouted stay as they are. */
export function calmed(text: string | undefined): string | undefined {
  if (!text || text !== text.toUpperCase()) return text;
  return text.slice(0, 1) + text.slice(1).toLowerCase();
}

/** The object without the fields that are undefined. */
export function carried<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

export const isUuid = (text: string) => UUID.test(text);
