import type { AdminEvent } from '#contract/admin/record.ts';
import type { Reader } from '#db/index.ts';
import type { AuditEvent } from '#db/queries/system/audit.ts';
import { type AuditedRecord, doneSince, eventsOf as eventsOfRecord } from '#db/queries/system/auditOfRecord.ts';
import { maySeeRecord } from '#main/services/seenRecords.ts';
import { numberOf } from './access.ts';
import { namesOfUsers } from './people.ts';
import type { AdminTable, Reading } from './table.ts';
import { adminTables } from './tables.ts';

/** A field that is different since; `from` and `to` are lists where only what came and went is known. */
export interface Change {
  field: string;
  from: unknown;
  to: unknown;
  /** The value is a list, of which `from` went and `to` came. */
  isList?: boolean;
}

/** What the audit calls links, and the form's field that shows them. */
const linkFields: Record<string, string> = { groups: 'groupIds' };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What brings records in from elsewhere; what it did to each has a row of its own, as when a person does it. */
const IMPORTS = ['imports.start', 'imports.demo', 'cli.import', 'cli.demo'];

/** What an audit row tells of fields. */
export function changesIn({ details }: Pick<AuditEvent, 'details'>): Change[] {
  return Object.entries(details ?? {}).flatMap(([key, value]): Change[] => {
    if (key === 'changed' && isRecord(value)) {
      return Object.entries(value).flatMap(([field, pair]) =>
        Array.isArray(pair) ? [{ field, from: pair[0], to: pair[1] }] : [],
      );
    }
    if (!isRecord(value) || !Array.isArray(value.added) || !Array.isArray(value.removed)) return [];
    return [{ field: linkFields[key] ?? key, from: value.removed, to: value.added, isList: true }];
  });
}

/** Looking is in the audit; in a record's history it would bury what was done. */
const LOOKING = ['read', 'query'];

/** What was done to a record, the newest first. */
export async function historyOf(
  read: Reading,
  table: AdminTable,
  id: string,
  page: { before?: number | undefined; limit: number },
): Promise<AdminEvent[]> {
  return eventsOf(read, await eventsOfRecord(read.reader, inAudit(table, id), { ...page, except: LOOKING }));
}

/** The changes of a record after a moment, the newest first, for walking back. */
export async function changesSince(reader: Reader, table: AdminTable, id: string, at: number): Promise<Change[]> {
  return (await doneSince(reader, inAudit(table, id), at)).flatMap(changesIn);
}

/** The record as the audit knows it. */
export const inAudit = (table: AdminTable, id: string): AuditedRecord => ({
  entity: table.entity ?? '',
  id: numberOf(table, id),
});

/** Audit rows as pages show them: with names for people and records, and no more than may be seen. */
export async function eventsOf(read: Reading, rows: AuditEvent[]): Promise<AdminEvent[]> {
  const names = await namesOfUsers(
    read.reader,
    rows.map(({ userId }) => userId),
  );
  const events: AdminEvent[] = [];
  const places = new Map<string, Awaited<ReturnType<typeof placeOf>>>();
  for (const row of rows) {
    const { id, at, action, entity, workstation, outcome } = row;
    const key = `${entity} ${row.entityId}`;
    const place = places.get(key) ?? (await placeOf(read, row));
    places.set(key, place);
    const changes = maySeeRecord(read.user, row)
      ? changesIn(row).map(({ field, from, to }) => ({ field, from, to }))
      : [];
    events.push({
      id,
      at,
      who: names.get(row.userId ?? 0) ?? null,
      action,
      imported: IMPORTS.includes(row.procedure),
      entity,
      workstation,
      outcome,
      changes,
      ...place,
    });
  }
  return events;
}

/** Where the record stands in the administration, and what it is called, for those who may see it. */
async function placeOf(read: Reading, record: AuditEvent) {
  const { entity, entityId } = record;
  const table = adminTables().find((entry) => entry.entity === entity && !entry.auditId);
  if (!table || entityId === null || !maySeeRecord(read.user, record))
    return { table: null, recordId: null, label: null };
  const row = await table.source.one(read, String(entityId));
  return { table: table.name, recordId: row ? String(entityId) : null, label: row?.label ?? null };
}
