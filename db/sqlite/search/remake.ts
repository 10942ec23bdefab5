import { asc, gt } from 'drizzle-orm';
import type { Writer } from '#db/engine.ts';
import { patient } from '#db/schema/people/patient.ts';
import { sortNameOf } from '#db/search/fold.ts';
import { nameWordsAmong, searchTerms } from '#db/search/terms.ts';
import { type Connection, connect } from '#db/sqlite/connection.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { areTermsCurrent, keepRemadeUntil, markTermsCurrent, remadeUntil } from './termsVersion.ts';
import { recountWords, showVocabulary } from './vocabulary.ts';

/** Patients a transaction; few, so that nobody waits long for their turn to write. */
const PATIENTS_AT_ONCE = 50;

/** Brings what the search knows of patients to the terms of this program, for a thread of its own. */
export interface Remaker {
  /**
   * Does the next piece in a transaction, and is to be called while nobody else writes; false when all is done. Where the
   * program is killed, the next one goes on. Until the last piece the dictionary has words too many, never too few, so that
   * everybody is found by their old terms or their new ones.
   */
  step(): boolean;
  close(): void;
}

export function openRemaker(file: string, key: Buffer): Remaker {
  const connection = connect(file, key, { autoCheckpoint: false });
  showVocabulary(connection, 'row');
  let words: string | null = '';
  const piece = (tx: Writer): boolean => {
    if (areTermsCurrent(tx)) return false;
    if (remakePatients(tx)) return true;
    words = words === null ? null : recountWords(tx, words);
    if (words === null) markTermsCurrent(tx);
    return words !== null;
  };
  return { step: () => inTransaction(connection, piece), close: () => void connection.sqlite.close() };
}

function inTransaction({ sqlite, orm }: Connection, piece: (tx: Writer) => boolean): boolean {
  return sqlite.transaction(() => piece(orm)).immediate();
}

/** The next patients in order of their numbers; false after the last. */
function remakePatients(tx: Writer): boolean {
  const rows = tx
    .select()
    .from(patient)
    .where(gt(patient.id, remadeUntil(tx)))
    .orderBy(asc(patient.id))
    .limit(PATIENTS_AT_ONCE)
    .all();
  for (const row of rows) remakePatient(tx, row);
  const last = rows.at(-1);
  if (last) keepRemadeUntil(tx, last.id);
  return last !== undefined;
}

function remakePatient(tx: Writer, row: typeof patient.$inferSelect): void {
  const [terms, sortName] = [searchTerms(row), sortNameOf(row)];
  if (sortName !== row.sortName) statement(tx, 'update patient set sort_name = ? where id = ?').run(sortName, row.id);
  statement(tx, 'delete from patient_search where rowid = ?').run(row.id);
  statement(tx, 'insert into patient_search (rowid, terms) values (?, ?)').run(row.id, terms.join(' '));
  const addWord = statement(tx, 'insert into name_word values (?, 1) on conflict do nothing');
  for (const word of nameWordsAmong(terms)) addWord.run(word);
}
