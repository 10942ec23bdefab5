import { auditActions, auditEntities } from '#contract/ground/procedure.ts';
import type { Reader } from '#db/index.ts';
import { auditJournal } from '#db/queries/system/audit.ts';
import { namesOfUsers, staffOptions, usersNamed } from '#main/admin/people.ts';
import { journalSource, oneOf, period } from '#main/admin/sources/journal.ts';
import { type AdminTable, type Reading, shown, sorted } from '#main/admin/table.ts';
import { maySeeRecord } from '#main/services/seenRecords.ts';

/** What the audit has to ask of patients; it lies below them, and is handed the answers where the tables are put together. */
interface PatientNumbers {
  /** The id of the patient with this MRN. */
  patientWithMrn(reader: Reader, mrn: string): Promise<number | undefined>;
  /** The MRNs of these patients, by their ids. */
  mrnsOf(reader: Reader, ids: number[]): Promise<Map<number, string>>;
}

/** A person of the staff, a patient's number for those who may see patients, or the number of an error that somebody was told. */
async function search({ reader, user }: Reading, text: string, patients: PatientNumbers) {
  if (/^[0-9A-Z]{4}-[0-9A-Z]{4}/i.test(text)) return { errorId: text.toUpperCase() };
  const maySeePatients = maySeeRecord(user, { entity: 'patient', entityId: null });
  const patientId = maySeePatients ? await patients.patientWithMrn(reader, text.toUpperCase()) : undefined;
  if (patientId !== undefined) return { patientId };
  const userIds = await usersNamed(reader, text);
  return userIds.length === 0 ? null : { userIds };
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
    shown('patient'),
    shown('procedure'),
    shown('workstation'),
    shown('outcome', 'choice'),
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
    async rows({ reader, user }, stored) {
      const names = await namesOfUsers(
        reader,
        stored.map(({ userId }) => userId),
      );
      const seen = stored.filter(({ patientId }) => maySeeRecord(user, { entity: 'patient', entityId: patientId }));
      const patientIds = [...new Set(seen.map(({ patientId }) => patientId))].filter((id) => id !== null);
      const mrns = await patients.mrnsOf(reader, patientIds);
      return stored.map((row) => ({
        id: String(row.id),
        label: row.procedure,
        cells: {
          at: row.at,
          person: names.get(row.userId ?? 0) ?? null,
          auditAction: row.action,
          entity: row.entity,
          patient: mrns.get(row.patientId ?? 0) ?? null,
          procedure: row.procedure,
          workstation: row.workstation,
          outcome: row.outcome,
        },
      }));
    },
  }),
  hasRecords: false,
});
