import { getTableColumns } from 'drizzle-orm';
import type { Writer } from '#db/engine.ts';
import { patient } from '#db/schema/people/patient.ts';
import { sortNameOf } from '#db/search/fold.ts';
import { nameWordsAmong, searchTerms } from '#db/search/terms.ts';
import type { NewPatient } from '../queries/people/patients.ts';
import { patientTallies } from './patientTallies.ts';
import { statement } from './prepared.ts';

const columns = Object.entries(getTableColumns(patient)).filter(([key]) => key !== 'id');
const insertSql = `insert into patient (${columns.map(([, column]) => column.name).join(', ')})
  values (${columns.map(() => '?').join(', ')})`;

/** Patients made ready to be stored: all that can be done without the database, in whichever thread. */
export interface PatientBatch {
  patients: Array<{ row: unknown[]; terms: string }>;
  /** How many of them have each word in their name. */
  words: Map<string, number>;
}

/** Works out what will be stored of new patients, and what they will be found by. */
export function patientBatch(patients: NewPatient[]): PatientBatch {
  const words = new Map<string, number>();
  const ready = patients.map((values) => {
    const stands: Record<string, unknown> = { ...values, sortName: sortNameOf(values), version: 1 };
    const terms = searchTerms(withDefaults(values));
    for (const word of nameWordsAmong(terms)) words.set(word, (words.get(word) ?? 0) + 1);
    return { row: columns.map(([key, column]) => stored(column, stands[key])), terms: terms.join(' ') };
  });
  return { patients: ready, words };
}

/** Adds a batch, but for its words: those are for {@link countAllWords} to write. Answers the ids. */
export function insertBatch(tx: Writer, { patients }: PatientBatch): number[] {
  const insert = statement(tx, insertSql);
  const index = statement(tx, 'insert into patient_search (rowid, terms) values (?, ?)');
  return patients.map(({ row, terms }) => {
    const { lastInsertRowid } = insert.run(row);
    index.run(lastInsertRowid, terms);
    return Number(lastInsertRowid);
  });
}

/** Adds many patients, several times as fast as one by one. Answers the ids. */
export function insertPatients(tx: Writer, patients: NewPatient[]): number[] {
  const batch = patientBatch(patients);
  const ids = insertBatch(tx, batch);
  countAllWords(tx, batch.words);
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
