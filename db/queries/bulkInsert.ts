import { getTableColumns } from 'drizzle-orm';
import type { Writer } from '#db/connection.ts';
import { statement } from '#db/prepared.ts';
import { patient } from '#db/schema/patient.ts';
import { sortNameOf } from '#db/search/fold.ts';
import { nameWordsAmong, searchTerms } from '#db/search/terms.ts';
import type { NewPatient } from './patients.ts';
import { patientTallies } from './patientTallies.ts';

const columns = Object.entries(getTableColumns(patient)).filter(([key]) => key !== 'id');
const insertSql = `insert into patient (${columns.map(([, column]) => column.name).join(', ')})
  values (${columns.map(() => '?').join(', ')})`;

/**
 * Adds many patients, rows and search terms, several times as fast as one by one. The words of their names go into the
 * dictionary; or into `words`, for {@link countAllWords} to write at the end of a load of many batches. Answers the ids.
 */
export function insertPatients(tx: Writer, patients: NewPatient[], words?: Map<string, number>): number[] {
  const insert = statement(tx, insertSql);
  const index = statement(tx, 'insert into patient_search (rowid, terms) values (?, ?)');
  const counted = words ?? new Map<string, number>();
  const ids = patients.map((values) => {
    const row: Record<string, unknown> = { ...values, sortName: sortNameOf(values), version: 1 };
    const { lastInsertRowid } = insert.run(columns.map(([key, column]) => stored(column, row[key])));
    const terms = searchTerms(withDefaults(values));
    index.run(lastInsertRowid, terms.join(' '));
    for (const word of nameWordsAmong(terms)) counted.set(word, (counted.get(word) ?? 0) + 1);
    return Number(lastInsertRowid);
  });
  if (!words) countAllWords(tx, counted);
  return ids;
}

/** Writes counted words into the dictionary. */
export function countAllWords(tx: Writer, words: Map<string, number>): void {
  const count = statement(
    tx,
    'insert into name_word values (?, ?) on conflict do update set uses = uses + excluded.uses',
  );
  for (const [word, uses] of words) count.run(word, uses);
}

/** Counts all tallies of patients anew, for a load that ran without the triggers. */
export function recountPatients(tx: Writer): void {
  for (const [table, count] of Object.entries(patientTallies)) {
    statement(tx, `delete from ${table}`).run();
    statement(tx, `insert into ${table} ${count}`).run();
  }
}

function withDefaults(values: NewPatient) {
  const { phone = '', email = '', contacts = [], doctorId = null, status = 'active' } = values;
  return { ...values, phone, email, contacts, doctorId, status };
}

type Column = (typeof columns)[number][1];

function stored(column: Column, value: unknown): unknown {
  const given = value === undefined ? column.default : value;
  return given === undefined || given === null ? null : column.mapToDriverValue(given as never);
}
