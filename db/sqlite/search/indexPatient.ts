import type { Writer } from '#db/engine.ts';
import { nameWordsAmong, type Searchable, searchTerms } from '#db/search/terms.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { countWords, uncountWords } from './dictionary.ts';

export type Indexed = Searchable & { id: number };

const insertSql = 'insert into patient_search (rowid, terms) values (?, ?)';
const deleteSql = 'delete from patient_search where rowid = ?';

/** Makes a new patient findable. */
export function indexPatient(tx: Writer, patient: Indexed): void {
  const terms = searchTerms(patient);
  statement(tx, insertSql).run(patient.id, terms.join(' '));
  countWords(tx, nameWordsAmong(terms));
}

/** Makes a changed patient findable by what they are now, and no longer by what they were. */
export function reindexPatient(tx: Writer, before: Indexed, after: Indexed): void {
  const [old, now] = [searchTerms(before), searchTerms(after)];
  if (old.join(' ') === now.join(' ')) return;
  statement(tx, deleteSql).run(before.id);
  statement(tx, insertSql).run(after.id, now.join(' '));
  const gone = old.filter((term) => !now.includes(term));
  const added = now.filter((term) => !old.includes(term));
  uncountWords(tx, nameWordsAmong(gone));
  countWords(tx, nameWordsAmong(added));
}

/** Takes a patient out of the search. */
export function unindexPatient(tx: Writer, patient: Indexed): void {
  statement(tx, deleteSql).run(patient.id);
  uncountWords(tx, nameWordsAmong(searchTerms(patient)));
}
