import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { auditActions, auditEntities } from '#contract/ground/procedure.ts';
import type { Reader } from '#db/index.ts';
import { auditEvent, patient } from '#db/schema/index.ts';
import { namesOfUsers, staffOptions, usersNamed } from '#main/admin/people.ts';
import type { Condition } from '#main/admin/sources/conditions.ts';
import { type JournalFilter, journal, period } from '#main/admin/sources/journal.ts';
import { type AdminTable, type Reading, shown, sorted } from '#main/admin/table.ts';
import { maySeeRecord } from '#main/services/seenRecords.ts';

const outcome: JournalFilter = {
  condition: (value) => ({
    column: auditEvent.outcome,
    // Written out, since only so the index of the refusals is seen to hold them all.
    of: (column) => (value === 'ok' ? sql`${column} = 'ok'` : sql`${column} <> 'ok'`),
  }),
  options: async () => ['ok', 'refused'].map((value) => ({ value, label: null })),
};

const equal = (column: SQLiteColumn, value: string | number): Condition => ({ column, of: (own) => eq(own, value) });

const oneOf = (column: SQLiteColumn, values: readonly string[]): JournalFilter => ({
  condition: (value) => equal(column, value),
  options: async () => values.map((value) => ({ value, label: null })),
});

/** A person of the staff, a patient's number for those who may see patients, or the number of an error that somebody was told. */
async function search({ reader, user }: Reading, text: string): Promise<Condition | undefined> {
  if (/^[0-9A-Z]{4}-[0-9A-Z]{4}/i.test(text)) {
    const errorId = text.toUpperCase();
    return { column: auditEvent.errorId, of: (column) => and(isNotNull(column), eq(column, errorId)) };
  }
  const [found] = maySeeRecord(user, { entity: 'patient', entityId: null })
    ? await reader.select({ id: patient.id }).from(patient).where(eq(patient.mrn, text.toUpperCase()))
    : [];
  if (found) return equal(auditEvent.patientId, found.id);
  const ids = await usersNamed(reader, text);
  return ids.length === 0 ? undefined : { column: auditEvent.userId, of: (column) => inArray(column, ids) };
}

async function mrnsOf(reader: Reader, rows: Array<{ patientId: number | null }>): Promise<Map<number, string>> {
  const ids = [...new Set(rows.map(({ patientId }) => patientId))].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const found = await reader.select({ id: patient.id, mrn: patient.mrn }).from(patient).where(inArray(patient.id, ids));
  return new Map(found.map(({ id, mrn }) => [id, mrn]));
}

export const admin: AdminTable = {
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
  source: journal<typeof auditEvent.$inferSelect>({
    table: auditEvent,
    filters: {
      period: period(auditEvent.at),
      auditAction: oneOf(auditEvent.action, auditActions),
      entity: oneOf(auditEvent.entity, auditEntities),
      outcome,
      user: {
        condition: (value) => equal(auditEvent.userId, Number(value)),
        options: ({ reader }) => staffOptions(reader),
      },
    },
    search,
    async rows({ reader, user }, stored) {
      const names = await namesOfUsers(
        reader,
        stored.map(({ userId }) => userId),
      );
      const seen = stored.filter(({ patientId }) => maySeeRecord(user, { entity: 'patient', entityId: patientId }));
      const mrns = await mrnsOf(reader, seen);
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
