import { isDeepStrictEqual } from 'node:util';
import type { Reader } from '#db/index.ts';
import { type Doctor, getDoctor } from '#db/queries/people/doctors.ts';
import { getPatient, type Patient } from '#db/queries/people/patients.ts';
import { findBySource, isMrnTaken, type SourceKey, type SourceKind } from '#db/queries/people/sources.ts';
import { fold } from '#db/search/fold.ts';
import { doctorStore } from '#main/modules/people/doctors/store.ts';
import { patientStore } from '#main/modules/people/patients/store.ts';
import { changeRecord, type RecordStore, type Saving } from '#main/records/save.ts';
import type { CheckedPatient, CheckedPractitioner, CheckedRecord } from './check.ts';
import { reason } from './problem.ts';

/** What is to be done about one record of the source. */
export type Plan =
  | { action: 'create'; doctorId: number | null }
  | { action: 'update'; id: number; save(at: Saving): Promise<unknown> }
  | { action: 'skip' }
  | { action: 'refuse'; reason: string };

/** What is there already: the database, and in a dry run what the run would have added by now. */
export interface Existing {
  find(kind: SourceKind, key: SourceKey): Promise<number | undefined>;
  isMrnTaken(mrn: string): Promise<boolean>;
}

export function existingIn(reader: Reader): Existing {
  return {
    find: (kind, key) => findBySource(reader, kind, key),
    isMrnTaken: (mrn) => isMrnTaken(reader, mrn),
  };
}

/**
 * Decides what becomes of a record. The source wins for every field it speaks of and touches no other; it never empties a
 * field, adds to further phones and addresses instead of replacing them, and never changes an MRN or revives or archives.
 */
export async function planFor(reader: Reader, existing: Existing, record: CheckedRecord): Promise<Plan> {
  return record.kind === 'doctor' ? planDoctor(reader, existing, record) : planPatient(reader, existing, record);
}

async function planDoctor(reader: Reader, existing: Existing, record: CheckedPractitioner): Promise<Plan> {
  const id = await existing.find('doctor', record.key);
  if (id === undefined) return { action: 'create', doctorId: null };
  const row = await getDoctor(reader, id);
  return row ? update(doctorStore, row, pick(record.form, record.fields)) : { action: 'skip' };
}

async function planPatient(reader: Reader, existing: Existing, record: CheckedPatient): Promise<Plan> {
  const { form, fields, key } = record;
  const id = await existing.find('patient', key);
  const doctorId = record.doctor ? await activeDoctor(reader, existing, record.doctor) : null;
  if (id === undefined) {
    const taken = form.mrn !== '' && (await existing.isMrnTaken(form.mrn));
    return taken ? { action: 'refuse', reason: reason('mrnTaken', { mrn: form.mrn }) } : { action: 'create', doctorId };
  }
  const row = await getPatient(reader, id);
  if (!row) return { action: 'skip' };
  if (isSomebodyElse(row, form)) return { action: 'refuse', reason: reason('somebodyElse', { mrn: row.mrn }) };
  const values: Partial<Patient> = pick(
    form,
    fields.filter((field) => field !== 'mrn'),
  );
  if (values.contacts) values.contacts = joined(row.contacts, values.contacts);
  if (doctorId !== null) values.doctorId = doctorId;
  return update(patientStore, row, values);
}

/** The same identifier but neither name nor birthday: some other server's number 12, who must not overwrite ours. */
function isSomebodyElse(row: Patient, form: CheckedPatient['form']): boolean {
  return row.birthDate !== form.birthDate && fold(row.familyName) !== fold(form.familyName);
}

/** The doctor of this source; one who was archived here gets no patients any more. */
async function activeDoctor(reader: Reader, existing: Existing, key: SourceKey): Promise<number | null> {
  const id = await existing.find('doctor', key);
  if (id === undefined) return null;
  return (await getDoctor(reader, id))?.status === 'archived' ? null : id;
}

function update<Row extends Doctor | Patient, New extends object>(
  store: RecordStore<Row, New>,
  row: Row,
  values: Partial<Row>,
): Plan {
  const names = Object.keys(values) as Array<keyof Row>;
  if (names.every((name) => isDeepStrictEqual(row[name], values[name]))) return { action: 'skip' };
  return { action: 'update', id: row.id, save: (at) => changeRecord(at, store, row, values) };
}

function joined(ours: Patient['contacts'], theirs: Patient['contacts']): Patient['contacts'] {
  return [...ours, ...theirs.filter((one) => !ours.some((other) => isDeepStrictEqual(other, one)))];
}

function pick<T extends object, K extends keyof T>(from: T, fields: K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<T, K>;
}
