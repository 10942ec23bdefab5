import { fold } from '#db/search/fold.ts';

/** The tags without those that differ only in case or accents from one before. */
export function withoutDoubles(tags: readonly string[]): string[] {
  return [...new Map(tags.toReversed().map((tag) => [fold(tag), tag])).values()].toReversed();
}
