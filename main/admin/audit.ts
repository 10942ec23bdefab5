import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { auditEvent, patient } from '#db/schema/index.ts';
import { namesOfUsers, staffOptions, usersNamed } from './people.ts';
import { type JournalFilter, journal, period } from './sources/journal.ts';
import { type AdminTable, type Reading, shown, sorted } from './table.ts';

const actions = 'create read update delete query print export import signIn signOut lock unlock setup'.split(' ');
const entities = ['patient', 'doctor', 'user', 'group', 'settings', 'admin'];

const outcome: JournalFilter = {
  // Written out, since only so the index of the refusals is seen to hold them all.
  where: (value) => (value === 'ok' ? eq(auditEvent.outcome, 'ok') : sql`${auditEvent.outcome} <> 'ok'`),
  options: async () => ['ok', 'refused'].map((value) => ({ value, label: null })),
};

/** A person of the staff, a patient's number, or the number of an error that somebody was told. */
async function search({ reader }: Reading, text: string) {
  if (/^[0-9A-Z]{4}-[0-9A-Z]{4}/i.test(text)) {
    return and(isNotNull(auditEvent.errorId), eq(auditEvent.errorId, text.toUpperCase()));
  }
  const [found] = await reader.select({ id: patient.id }).from(patient).where(eq(patient.mrn, text.toUpperCase()));
  if (found) return eq(auditEvent.patientId, found.id);
  const ids = await usersNamed(reader, text);
  return ids.length === 0 ? undefined : inArray(auditEvent.userId, ids);
}

export const audit: AdminTable = {
  name: 'audit',
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
  source: journal<typeof auditEvent.$inferSelect>({
    table: auditEvent,
    sort: 'at',
    filters: {
      period: period(auditEvent.at),
      auditAction: {
        where: (value) => eq(auditEvent.action, value),
        options: async () => actions.map((value) => ({ value, label: null })),
      },
      entity: {
        where: (value) => eq(auditEvent.entity, value),
        options: async () => entities.map((value) => ({ value, label: null })),
      },
      outcome,
      user: { where: (value) => eq(auditEvent.userId, Number(value)), options: ({ reader }) => staffOptions(reader) },
    },
    search,
    async rows({ reader }, stored) {
      const names = await namesOfUsers(
        reader,
        stored.map(({ userId }) => userId),
      );
      const ids = [...new Set(stored.map(({ patientId }) => patientId))].filter((id) => id !== null);
      const found = ids.length
        ? await reader.select({ id: patient.id, mrn: patient.mrn }).from(patient).where(inArray(patient.id, ids))
        : [];
      const mrns = new Map(found.map(({ id, mrn }) => [id, mrn]));
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
};
