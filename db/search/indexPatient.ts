import type { Writer } from '#db/connection.ts';
import { statement } from '#db/prepared.ts';
import { countWords, uncountWords } from './dictionary.ts';
import { nameWords, type Searchable, searchTerms } from './terms.ts';

export type Indexed = Searchable & { id: number };

/** Makes a new patient findable. */
export function indexPatient(tx: Writer, patient: Indexed): void {
  statement(tx, 'insert into patient_search (rowid, terms) values (?, ?)').run(
    patient.id,
    searchTerms(patient).join(' '),
  );
  countWords(tx, nameWords(patient));
}

/** Makes a changed patient findable by what he is now, and no longer by what he was. */
export function reindexPatient(tx: Writer, before: Indexed, after: Indexed): void {
  const terms = searchTerms(after).join(' ');
  if (terms === searchTerms(before).join(' ')) return;
  statement(tx, 'delete from patient_search where rowid = ?').run(before.id);
  statement(tx, 'insert into patient_search (rowid, terms) values (?, ?)').run(after.id, terms);
  const [old, now] = [nameWords(before), nameWords(after)];
  uncountWords(
    tx,
    old.filter((word) => !now.includes(word)),
  );
  countWords(
    tx,
    now.filter((word) => !old.includes(word)),
  );
}

/** Takes a patient out of the search. */
export function unindexPatient(tx: Writer, patient: Indexed): void {
  statement(tx, 'delete from patient_search where rowid = ?').run(patient.id);
  uncountWords(tx, nameWords(patient));
}
