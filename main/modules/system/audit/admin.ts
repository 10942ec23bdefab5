import { auditActions, auditEntities } from '#contract/ground/procedure.ts';
import type { Reader } from '#db/index.ts';
import { type AuditEvent, auditJournal } from '#db/queries/system/audit.ts';
import { eventsOf } from '#main/admin/history.ts';
import { staffOptions, usersNamed } from '#main/admin/people.ts';
import { journalSource, oneOf, period } from '#main/admin/sources/journal.ts';
import { type AdminTable, type Reading, shown, sorted } from '#main/admin/table.ts';
import { adminTables } from '#main/admin/tables.ts';
import { maySeeRecord } from '#main/services/seenRecords.ts';
import { hasPermission } from '#main/services/users.ts';

/** What the audit has to ask of patients; it lies below them, and is handed the answers where the tables are put together. */
interface PatientNumbers {
  /** The id of the patient with this MRN. */
  patientWithMrn(reader: Reader, mrn: string): Promise<number | undefined>;
  /** The MRNs of these patients, by their ids. */
  mrnsOf(reader: Reader, ids: number[]): Promise<Map<number, string>>;
}

/** So many people and records of one name are looked for. */
const MOST_NAMED = 12;
const MOST_OF_KIND = 6;

/**
 * The number of an error that somebody was told; or who did it or whom it was done to, by name, or a patient by the MRN.
 * Nobody finds by a name what they may not see.
 */
async function search(read: Reading, text: string, patients: PatientNumbers) {
  if (/^[0-9A-Z]{4}-[0-9A-Z]{4}/i.test(text)) return { errorId: text.toUpperCase() };
  const maySeePatients = maySeeRecord(read.user, { entity: 'patient', entityId: null });
  const patientId = maySeePatients ? await patients.patientWithMrn(read.reader, text.toUpperCase()) : undefined;
  if (patientId !== undefined) return { patientId };
  const people = (await usersNamed(read.reader, text)).map((userId) => ({ userId }));
  const anyOf = [...people, ...(await recordsNamed(read, text))].slice(0, MOST_NAMED);
  return anyOf.length === 0 ? null : { anyOf };
}

/** Records of all kinds that this person may see, as their own tables find them. */
async function recordsNamed(read: Reading, text: string) {
  const found: Array<{ record: { entity: string; id: number } } | { patientId: number }> = [];
  for (const { entity, auditId, searchable, may, sort, source } of adminTables()) {
    if (!entity || auditId || !searchable || !may.view.some((right) => hasPermission(read.user, right))) continue;
    const query = { text, filters: {}, sort: sort.by, descending: sort.descending };
    const { rows } = await source.page(read, query, { limit: MOST_OF_KIND });
    for (const row of rows) {
      const id = Number(row.id);
      found.push(entity === 'patient' ? { patientId: id } : { record: { entity, id } });
    }
  }
  return found;
}

/** What is shown of a row: names as they are now, since a row that can never be changed holds none. */
async function cellsOf(read: Reading, stored: AuditEvent[], patients: PatientNumbers) {
  const { reader, user } = read;
  const seen = stored.filter(({ patientId }) => maySeeRecord(user, { entity: 'patient', entityId: patientId }));
  const patientIds = [...new Set(seen.map(({ patientId }) => patientId))].filter((id) => id !== null);
  const mrns = await patients.mrnsOf(reader, patientIds);
  const events = await eventsOf(read, stored);
  return stored.map((row, place) => {
    const { who = null, label = null } = events[place] ?? {};
    const subject = label ?? mrns.get(row.patientId ?? 0) ?? null;
    const { at, action, entity, outcome, workstation } = row;
    return {
      id: String(row.id),
      label: [who, subject].filter(Boolean).join(', ') || row.procedure,
      cells: { at, person: who, auditAction: action, entity, subject, outcome, workstation },
    };
  });
}

/** The table of the audit; of patients it knows what it is handed. */
export const audit = (patients: PatientNumbers): AdminTable => ({
  name: 'audit',
  order: 110,
  showsPatients: true,
  may: { view: ['audit.view'] },
  columns: [
    sorted('at', 'exact'),
    shown('person', 'name'),
    shown('auditAction', 'choice'),
    shown('entity', 'choice'),
    shown('subject', 'record'),
    shown('outcome', 'choice'),
    shown('workstation'),
  ],
  filters: ['period', 'auditAction', 'entity', 'outcome', 'user'],
  searchable: true,
  sort: { by: 'at', descending: true },
  source: journalSource({
    journal: auditJournal,
    filters: {
      period,
      auditAction: oneOf(auditActions, (action) => ({ action })),
      entity: oneOf(auditEntities, (entity) => ({ entity })),
      outcome: oneOf(['ok', 'refused'], (value) => ({ wasRefused: value !== 'ok' })),
      user: { wanted: (value) => ({ userId: Number(value) }), options: ({ reader }) => staffOptions(reader) },
    },
    search: (reading, text) => search(reading, text, patients),
    rows: (read, stored) => cellsOf(read, stored, patients),
  }),
  hasRecords: true,
});
