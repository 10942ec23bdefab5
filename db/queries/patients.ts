import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/connection.ts';
import { prepared, statement } from '#db/prepared.ts';
import { patient } from '#db/schema/patient.ts';
import { sortNameOf } from '#db/search/fold.ts';
import { indexPatient, reindexPatient, unindexPatient } from '#db/search/indexPatient.ts';

export type Patient = typeof patient.$inferSelect;
/** What a new patient is made of; `sort_name` is filled here. */
export type NewPatient = Omit<typeof patient.$inferInsert, 'id' | 'sortName' | 'version'>;
/** What may change on a patient; `updatedAt` always does. */
export type PatientChanges = Partial<Omit<NewPatient, 'createdAt' | 'createKey'>> & { updatedAt: number };

const byId = prepared((r: Reader) =>
  r
    .select()
    .from(patient)
    .where(eq(patient.id, sql.placeholder('id')))
    .prepare(),
);

/** The patient with this id, or undefined. */
export function getPatient(reader: Reader, id: number): Patient | undefined {
  return byId(reader).get({ id });
}

const KEPT = new Set(['id', 'createKey', 'createdAt']);

/**
 * The statement that writes these columns, prepared once for each set of them: SQLite writes every index of a column
 * that is named anew, changed or not, so only what changes is named.
 */
const writes = prepared((tx: Writer) => {
  const made = new Map<string, ReturnType<typeof prepareChange>>();
  return (columns: string[]) => {
    const key = columns.join();
    const known = made.get(key) ?? prepareChange(tx, columns);
    made.set(key, known);
    return known;
  };
});

function prepareChange(tx: Writer, columns: string[]) {
  return tx
    .update(patient)
    .set(Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])))
    .where(and(eq(patient.id, sql.placeholder('id')), eq(patient.version, sql.placeholder('expected'))))
    .returning()
    .prepare();
}

/** Adds a patient: the row and what he is found by. Raises SQLite's constraint error when the MRN or create key is taken. */
export function insertPatient(tx: Writer, values: NewPatient): Patient {
  const row = tx
    .insert(patient)
    .values({ ...values, sortName: sortNameOf(values) })
    .returning()
    .get();
  indexPatient(tx, row);
  return row;
}

/**
 * Changes a patient who is still at `version`, and what he is found by; the version goes up by one.
 * Returns the new row, or undefined when there is no such patient or somebody else changed him first.
 */
export function updatePatient(tx: Writer, id: number, version: number, changes: PatientChanges): Patient | undefined {
  const before = getPatient(tx, id);
  if (!before || before.version !== version) return undefined;
  const wanted = { ...before, ...changes, version: version + 1 };
  const after = { ...wanted, sortName: sortNameOf(wanted) } as Patient;
  const columns = Object.keys(getTableColumns(patient)) as Array<keyof Patient>;
  const changed = columns.filter(
    (name) => !KEPT.has(name) && JSON.stringify(after[name]) !== JSON.stringify(before[name]),
  );
  const row = writes(tx)(changed).get({ ...after, expected: version });
  if (row) reindexPatient(tx, before, row);
  return row;
}

/** Removes a patient for good: for undoing what never should have been. Whether there was one. */
export function deletePatient(tx: Writer, id: number): boolean {
  const before = getPatient(tx, id);
  if (!before) return false;
  tx.delete(patient).where(eq(patient.id, id)).run();
  unindexPatient(tx, before);
  return true;
}

/** How an MRN is written: 4812 → "P-004812". */
export function formatMrn(number: number): string {
  return `P-${String(number).padStart(6, '0')}`;
}

/** The next free MRN ("P-004812"); numbers already taken, by an import say, are skipped. */
export function nextMrn(tx: Writer): string {
  const count = statement(
    tx,
    "insert into counter values ('mrn', 1) on conflict do update set value = value + 1 returning value",
  ).pluck();
  const taken = statement(tx, 'select 1 from patient where mrn = ?');
  for (;;) {
    const mrn = formatMrn(count.get() as number);
    if (!taken.get(mrn)) return mrn;
  }
}
