import type { Writer } from '#db/engine.ts';
import { mark } from '#db/search/terms.ts';
import { type Connection, sqliteBeneath } from '#db/sqlite/connection.ts';
import { afterAll } from './dictionary.ts';

/** What the search index itself says it holds; FTS5 shows that as a table. */
export function showVocabulary({ sqlite }: Pick<Connection, 'sqlite'>, kind: 'row' | 'instance'): void {
  sqlite.exec(
    `create virtual table if not exists temp.search_${kind} using fts5vocab('main', 'patient_search', '${kind}')`,
  );
}

/** Where words of names lie between the terms of other kinds, each from (inclusive) and to (exclusive). */
const wordRanges = [...Object.values(mark), afterAll]
  .sort()
  .map((to, at, all) => [at === 0 ? ' ' : String.fromCharCode((all[at - 1] ?? '').charCodeAt(0) + 1), to] as const);

const WORDS_AT_ONCE = 500;

/**
 * Sets the dictionary right for some of the words from `start` on: those and only those that the index knows, with how many
 * patients have each. Answers where to go on, or null after the last. Needs the vocabulary of rows.
 */
export function recountWords(tx: Writer, start: string): string | null {
  const range = wordRanges.find(([, to]) => start < to);
  if (!range) return null;
  const [from, to] = [start > range[0] ? start : range[0], range[1]];
  const sqlite = sqliteBeneath(tx);
  const known = sqlite
    .prepare('select term, doc from temp.search_row where term >= ? and term < ? limit ?')
    .all(from, to, WORDS_AT_ONCE) as Array<{ term: string; doc: number }>;
  const end = known.length < WORDS_AT_ONCE ? to : `${known.at(-1)?.term}\u0000`;
  sqlite.prepare('delete from name_word where word >= ? and word < ?').run(from, end);
  const insert = sqlite.prepare('insert into name_word values (?, ?)');
  for (const { term, doc } of known) insert.run(term, doc);
  return end;
}
