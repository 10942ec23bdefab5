import { crc32 } from 'node:zlib';
import { asc, gt } from 'drizzle-orm';
import { patient } from '#db/schema/people/patient.ts';
import { sortNameOf } from '#db/search/fold.ts';
import { nameWordsAmong, searchTerms } from '#db/search/terms.ts';
import type { Connection } from '#db/sqlite/connection.ts';
import { showVocabulary } from './vocabulary.ts';

const PATIENTS_AT_ONCE = 1_000;

/** How many patients the search knows by other terms than theirs, and how many words the dictionary counts wrongly. */
export interface TermFaults {
  wrongTerms: number;
  wrongWords: number;
}

/** Compares what the index and the dictionary hold with what the patients are. Reads everything; for a connection of one's own. */
export function compareTerms(connection: Connection): TermFaults {
  const { sqlite } = connection;
  // Only a table in memory is made: the file itself is open for reading alone.
  sqlite.pragma('query_only = OFF');
  showVocabulary(connection, 'instance');
  return sqlite.transaction(() => {
    const indexed = indexedTerms(connection);
    const words = new Map<string, number>();
    let wrongTerms = 0;
    for (const row of allPatients(connection)) {
      const terms = searchTerms(row);
      for (const word of nameWordsAmong(terms)) words.set(word, (words.get(word) ?? 0) + 1);
      const known = indexed.get(row.id);
      if (known === undefined) continue;
      if (known !== terms.reduce((sum, term) => sum + mark(term), 0) || sortNameOf(row) !== row.sortName)
        wrongTerms += 1;
    }
    return { wrongTerms, wrongWords: wrongWords(connection, words) };
  })();
}

/** A number for a term, so that a set of terms has a sum that another set hardly has: their count, and what they are. */
const mark = (term: string) => 2 ** 40 + crc32(term);

function indexedTerms({ sqlite }: Connection): Map<number, number> {
  const sums = new Map<number, number>();
  const rows = sqlite.prepare('select term, doc from temp.search_instance').iterate();
  for (const { term, doc } of rows as IterableIterator<{ term: string; doc: number }>) {
    sums.set(doc, (sums.get(doc) ?? 0) + mark(term));
  }
  return sums;
}

function* allPatients({ orm }: Connection): Generator<typeof patient.$inferSelect> {
  for (let after = 0; ; ) {
    const rows = orm
      .select()
      .from(patient)
      .where(gt(patient.id, after))
      .orderBy(asc(patient.id))
      .limit(PATIENTS_AT_ONCE)
      .all();
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function wrongWords({ sqlite }: Connection, words: Map<string, number>): number {
  let wrong = 0;
  const rows = sqlite.prepare('select word, uses from name_word').iterate();
  for (const { word, uses } of rows as IterableIterator<{ word: string; uses: number }>) {
    if (words.get(word) !== uses) wrong += 1;
    words.delete(word);
  }
  return wrong + words.size;
}
