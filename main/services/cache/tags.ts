import { newToken } from '#main/services/tokens.ts';

/** What entries hang on. An entry is good for as long as each of its tags stands where it stood. */
export interface Tags {
  tokensOf(tags: readonly string[]): string[];
  stand(tags: readonly string[], tokens: readonly string[]): boolean;
  invalidate(tags: readonly string[]): void;
}

/** Changes with every write. */
export const ANY_WRITE = 'any write';

/** The tags of one record, for entries that show it and no other of its kind. */
export const recordTags = (kind: string, id: number): string[] => [`${kind} ${id}`, `many ${kind}`];

/** The tags that a committed change touches; no ids mean that nobody counted them. */
export function touchedTags({ kind, ids }: { kind: string; ids: readonly number[] }): string[] {
  const records = ids.length === 0 ? [`many ${kind}`] : ids.map((id) => `${kind} ${id}`);
  return [kind, ANY_WRITE, ...records];
}

/**
 * Tags are counted in memory from the program's start on. So an entry with tags never outlives the program, whatever
 * backend holds it: nobody knows what was written while it was not running.
 */
export function createTags(): Tags {
  const run = newToken().slice(0, 10);
  const counts = new Map<string, number>();
  const tokenOf = (tag: string) => `${run}.${counts.get(tag) ?? 0}`;
  return {
    tokensOf(tags) {
      for (const tag of tags) if (!counts.has(tag)) counts.set(tag, 0);
      return tags.map(tokenOf);
    },
    stand: (tags, tokens) => tags.every((tag, place) => tokens[place] === tokenOf(tag)),
    invalidate(tags) {
      // A tag that no entry ever had needs no count, and a clinic has a million records.
      for (const tag of tags) {
        const count = counts.get(tag);
        if (count !== undefined) counts.set(tag, count + 1);
      }
    },
  };
}
