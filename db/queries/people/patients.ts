import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/engine.ts';
import { formatMrn } from '#db/mrn.ts';
import { patient } from '#db/schema/people/patient.ts';
import { sortNameOf } from '#db/search/fold.ts';
import { prepared, statement } from '#db/sqlite/prepared.ts';
import { indexPatient, reindexPatient, unindexPatient } from '#db/sqlite/search/indexPatient.ts';

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
export async function getPatient(reader: Reader, id: number): Promise<Patient | undefined> {
  return byId(reader).get({ id });
}

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

/** Adds a patient: the row and what they are found by. Raises when the MRN or create key is another patient's. */
export async function insertPatient(tx: Writer, values: NewPatient): Promise<Patient> {
  const row = tx
    .insert(patient)
    .values({ ...values, sortName: sortNameOf(values) })
    .returning()
    .get();
  indexPatient(tx, row);
  return row;
}

/**
 * Changes a patient who is still as `before`, and what they are found by; the version goes up by one. `changes` holds what
 * differs and nothing else. Returns the new row, or undefined when somebody else changed them first.
 */
export async function updatePatient(
  tx: Writer,
  before: Patient,
  changes: PatientChanges,
): Promise<Patient | undefined> {
  const wanted = { ...before, ...changes, version: before.version + 1 };
  const after = { ...wanted, sortName: sortNameOf(wanted) };
  const named = after.sortName === before.sortName ? [] : ['sortName'];
  const row = writes(tx)([...Object.keys(changes), ...named, 'version']).get({ ...after, expected: before.version });
  if (row) reindexPatient(tx, before, row);
  return row;
}

/** The patient that a form with this create key has made, or undefined. */
export async function patientMadeBy(reader: Reader, createKey: string): Promise<Patient | undefined> {
  const [row] = await reader.select().from(patient).where(eq(patient.createKey, createKey));
  return row;
}

/** Whether a patient other than `own` has this MRN. */
export async function isMrnTakenBeside(reader: Reader, mrn: string, own: number | null): Promise<boolean> {
  const [row] = await reader.select({ id: patient.id }).from(patient).where(eq(patient.mrn, mrn));
  return row !== undefined && row.id !== own;
}

/** Removes a patient for good: for undoing what never should have been. Whether there was one. */
export async function deletePatient(tx: Writer, id: number): Promise<boolean> {
  const before = await getPatient(tx, id);
  if (!before) return false;
  tx.delete(patient).where(eq(patient.id, id)).run();
  unindexPatient(tx, before);
  return true;
}

/** The next free MRN ("P-004812"); numbers already taken, by an import say, are skipped. */
export async function nextMrn(tx: Writer): Promise<string> {
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
