import type { Kind } from '#contract/entities.ts';
import type { AuditAction } from '#contract/ground/procedure.ts';
import type { Reader, Writer } from '#db/index.ts';
import type { Change } from '#main/call/context.ts';
import { conflict, notFound, Refusal } from '#main/refusal.ts';
import { saving } from '#main/services/saving.ts';
import { changedFields, isSame } from './changes.ts';

/** What every stored record has. */
interface StoredRecord {
  id: number;
  version: number;
}

interface Origin {
  createKey: string | null;
  createdAt: number;
  updatedAt: number;
}

type Changes<Row> = Partial<Row> & { updatedAt: number };

/** How the records of one kind are kept: what `db/queries` has for them, and what their history tells. */
export interface RecordStore<Row extends StoredRecord, New extends object> {
  kind: Kind;
  /** Columns whose changes the audit keeps from and to. */
  told: ReadonlyArray<keyof Row & string>;
  get(reader: Reader, id: number): Promise<Row | undefined>;
  /** The record that came with this create key before; left out where forms carry none. */
  made?(reader: Reader, createKey: string): Promise<Row | undefined>;
  insert(tx: Writer, values: New & Origin): Promise<Row>;
  /** Writes what differs; the version goes up by one. */
  update(tx: Writer, before: Row, changes: Changes<Row>): Promise<Row | undefined>;
}

/** A transaction to save in, and the moment that is written down for it (UTC milliseconds). */
export interface Saving {
  tx: Writer;
  change: Change;
  now: number;
}

/** Which record a form was filled from, and how often it had been saved by then. */
export interface RecordVersion {
  id: number;
  version: number;
}

/** What comes with a form that adds a record, so that however often it is sent it makes one. */
export interface Sent<Row> {
  createKey: string;
  /** What it says of the record's columns; a record that was made with this key before has to hold the same. */
  form: Partial<Row>;
  /** Whether that record also has what the form says beside them, such as its picture. */
  hasTheRest?(made: Row): Promise<boolean>;
}

/**
 * Adds a record. A form that is sent again, as after an answer that was lost, answers the record it made the first time;
 * raises IN_USE when it says something else by now, which would be lost. `make` checks what was typed and answers what is
 * stored; it is not asked where the record is there already.
 */
export async function createRecord<Row extends StoredRecord, New extends object>(
  { tx, change, now }: Saving,
  store: RecordStore<Row, New>,
  sent: Sent<Row> | null,
  make: () => New | Promise<New>,
  details?: Record<string, unknown>,
  action: AuditAction = 'create',
): Promise<Row> {
  const known = sent && (await store.made?.(tx, sent.createKey));
  if (known) {
    await checkSame(known, sent);
    change.unchanged();
    return known;
  }
  const values = { ...(await make()), createKey: sent?.createKey ?? null, createdAt: now, updatedAt: now };
  const row = await saving(change, store.kind, null, () => store.insert(tx, values));
  change.touched({ entity: store.kind, id: row.id, action, ...(details && { details }) });
  return row;
}

/** Raises IN_USE where the record that this form has made says something else: what was typed since would be lost. */
async function checkSame<Row extends StoredRecord>(made: Row, { form, hasTheRest }: Sent<Row>): Promise<void> {
  const isSame = Object.keys(differing(made, form)).length === 0 && ((await hasTheRest?.(made)) ?? true);
  if (!isSame) throw new Refusal('IN_USE', { sentence: { key: 'errors.savedAlready' } });
}

/**
 * Changes the record at `place`. `make` sees it as it is stored, checks what was typed, and answers what it is to be.
 * Raises NOT_FOUND, and CONFLICT when somebody else saved it since.
 */
export async function updateRecord<Row extends StoredRecord, New extends object>(
  at: Saving,
  store: RecordStore<Row, New>,
  place: RecordVersion,
  make: (before: Row) => Partial<Row> | Promise<Partial<Row>>,
  action: AuditAction = 'update',
): Promise<Row> {
  const before = await recordAt(at.tx, store, place);
  return changeRecord(at, store, before, await make(before), action);
}

/** The record at `place`. Raises NOT_FOUND, and CONFLICT when somebody else saved it since. */
export async function recordAt<Row extends StoredRecord, New extends object>(
  reader: Reader,
  store: RecordStore<Row, New>,
  { id, version }: RecordVersion,
): Promise<Row> {
  const row = await store.get(reader, id);
  if (!row) throw notFound();
  if (row.version !== version) throw conflict(row.version);
  return row;
}

/** What changes with a record and stands beside its columns; it is told with them, in one row, and collides with open forms. */
export interface Beside {
  changed?: Record<string, [unknown, unknown]>;
  links?: Record<string, { added: unknown[]; removed: unknown[] }>;
}

/**
 * Changes a record that was read in this transaction: signals, what differs, and its row in the audit. Where nothing
 * differs nothing is written, so that no open form collides with it.
 */
export async function changeRecord<Row extends StoredRecord, New extends object>(
  { tx, change, now }: Saving,
  store: RecordStore<Row, New>,
  before: Row,
  wanted: Partial<Row>,
  action: AuditAction = 'update',
  { changed: besides = {}, links = {} }: Beside = {},
): Promise<Row> {
  const changes = differing(before, wanted);
  if ([changes, besides, links].every((part) => Object.keys(part).length === 0)) {
    change.unchanged();
    return before;
  }
  const after = await saving(change, store.kind, before.id, async () => {
    const saved = await store.update(tx, before, { ...changes, updatedAt: now });
    if (!saved) throw conflict(before.version);
    return saved;
  });
  const named = store.told.filter((name) => name in changes);
  const changed = { ...changedFields(before, after, named), ...besides };
  const told = Object.keys(changed).length > 0 ? { changed } : {};
  change.touched({ entity: store.kind, id: before.id, action, details: { ...links, ...told } });
  return after;
}

/**
 * Changes what belongs to a record and stands beside its columns, such as its photo: signals and audit as of any change. Its
 * version stays, since that collides with no open form.
 */
export async function changeBeside(
  { change }: Saving,
  { kind, id, details }: { kind: Kind; id: number; details: Record<string, unknown> },
  write: () => Promise<void>,
): Promise<void> {
  await saving(change, kind, id, async () => {
    await write();
    return { id };
  });
  change.touched({ entity: kind, id, action: 'update', details });
}

/** Of what a record is to be, that which it is not yet. */
function differing<Row extends object>(before: Row, wanted: Partial<Row>): Partial<Row> {
  const names = Object.keys(wanted) as Array<keyof Row>;
  const other = names.filter((name) => !isSame(before[name], wanted[name]));
  return Object.fromEntries(other.map((name) => [name, wanted[name]])) as Partial<Row>;
}
