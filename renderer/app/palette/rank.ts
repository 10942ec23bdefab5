/** Something that is found by its words. */
interface Worded {
  label: string;
  /** Further words people look for it by. */
  words?: string;
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Splits pages and actions that fit what was typed: those that are `meant` by whole words ("lock", "new patient"), or by
 * several words however short, come before everybody who is found; those that only begin so ("pat") after them.
 */
export function rankByWords<Entry extends Worded>(text: string, entries: Entry[]): { meant: Entry[]; others: Entry[] } {
  const typed = wordsOf(text);
  if (typed.length === 0) return { meant: [], others: entries };
  const begins = (entry: Entry, isFit: (own: string, word: string) => boolean) => {
    const own = wordsOf(`${entry.label} ${entry.words ?? ''}`);
    return typed.every((word) => own.some((one) => isFit(one, word)));
  };
  const fit = entries.filter((entry) => begins(entry, (own, word) => own.startsWith(word)));
  const meant = fit.filter((entry) => typed.length > 1 || begins(entry, (own, word) => own === word));
  // Whose own name was typed comes before those that are only found by a further word.
  const byLabel = (entry: Entry) => (rankOfLabel(wordsOf(entry.label), typed) ? 0 : 1);
  return {
    meant: meant.toSorted((a, b) => byLabel(a) - byLabel(b)),
    others: fit.filter((entry) => !meant.includes(entry)),
  };
}

const rankOfLabel = (own: string[], typed: string[]): boolean =>
  typed.every((word) => own.some((one) => one.startsWith(word)));
