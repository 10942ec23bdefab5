import type { Reader, Writer } from '#db/engine.ts';
import { statement } from '#db/sqlite/prepared.ts';

/**
 * Which terms and sort names come out of `terms.ts` and `fold.ts`. To be raised with every change of them, so that patients
 * stored before are found by the new ones too; `test/db/terms.test.ts` fails where that was forgotten.
 */
export const TERMS_VERSION = 2;

const NAME = 'search_terms';
/** How far the patients' terms have been made anew, by version: another one begins from the front. */
const DONE = `${NAME}_${TERMS_VERSION}_done`;

/** True when the search knows all patients by the terms of this program. A database from before versions is not. */
export const areTermsCurrent = (reader: Reader) => counter(reader, NAME) === TERMS_VERSION;

/** The last patient whose terms were made anew. */
export const remadeUntil = (reader: Reader) => counter(reader, DONE) ?? 0;

export const keepRemadeUntil = (tx: Writer, id: number) => keep(tx, DONE, id);

/** Notes that the terms of all patients are those of this program. */
export function markTermsCurrent(tx: Writer): void {
  keep(tx, NAME, TERMS_VERSION);
  statement(tx, 'delete from counter where name = ?').run(DONE);
}

const counter = (reader: Reader, name: string) =>
  statement(reader, 'select value from counter where name = ?').pluck().get(name) as number | undefined;

const keep = (tx: Writer, name: string, value: number) =>
  statement(tx, 'insert into counter values (?, ?) on conflict do update set value = excluded.value').run(name, value);
