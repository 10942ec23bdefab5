import type { Reader, Writer } from '#db/engine.ts';
import { statement } from '#db/sqlite/prepared.ts';

/** No folded word contains it, and it sorts after every word that begins with what stands before it. */
export const afterAll = '\u{10ffff}';

/** Counts one more patient with each of these words. */
export function countWords(tx: Writer, words: string[]): void {
  const count = statement(tx, 'insert into name_word values (?, 1) on conflict do update set uses = uses + 1');
  for (const word of words) count.run(word);
}

/** Counts one patient less with each of these words; a word nobody has any more is forgotten. */
export function uncountWords(tx: Writer, words: string[]): void {
  const uncount = statement(tx, 'update name_word set uses = uses - 1 where word = ? returning uses');
  const forget = statement(tx, 'delete from name_word where word = ?');
  for (const word of words) {
    const left = uncount.get(word) as { uses: number } | undefined;
    if (left && left.uses <= 0) forget.run(word);
  }
}

/** The words that begin with `start`, at most `limit`. */
export function wordsFrom(reader: Reader, start: string, limit: number): string[] {
  const range = statement(reader, 'select word from name_word where word >= ? and word < ? limit ?').pluck();
  return range.all(start, start + afterAll, limit) as string[];
}
