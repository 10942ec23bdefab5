import { and, desc, eq, getTableColumns, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { auditEvent } from '#db/schema/system.ts';
import { prepared } from '#db/sqlite/prepared.ts';
import { journalOf } from './journal.ts';

/** What was done, by whom, to which record, and what came of it. */
export type AuditEvent = typeof auditEvent.$inferSelect;
/** What a new row of the audit says. */
export type NewAuditEvent = Omit<typeof auditEvent.$inferInsert, 'id'>;

const COLUMNS = Object.keys(getTableColumns(auditEvent)).filter((name) => name !== 'id');
const nothing = Object.fromEntries(COLUMNS.map((column) => [column, null]));

// A placeholder stands for each value; the columns' types describe the values only.
const insertRow = prepared((tx: Writer) => {
  const values = Object.fromEntries(COLUMNS.map((column) => [column, sql.placeholder(column)]));
  return tx
    .insert(auditEvent)
    .values(values as unknown as NewAuditEvent)
    .prepare();
});

/** Writes rows of the audit, which stay for ever. */
export async function appendAudit(tx: Writer, rows: NewAuditEvent[]): Promise<void> {
  const statement = insertRow(tx);
  for (const row of rows) statement.run({ ...nothing, ...row });
}

/** The newest rows that say one of these actions. */
export async function newestOf(reader: Reader, actions: string[], limit: number): Promise<AuditEvent[]> {
  return reader
    .select()
    .from(auditEvent)
    .where(inArray(auditEvent.action, actions))
    .orderBy(desc(auditEvent.at))
    .limit(limit);
}

/** The whole audit by time, as Administration reads it. */
export const auditJournal = journalOf(auditEvent, {
  action: (value: string) => ({ column: auditEvent.action, of: (column) => eq(column, value) }),
  entity: (value: string) => ({ column: auditEvent.entity, of: (column) => eq(column, value) }),
  userId: (value: number) => ({ column: auditEvent.userId, of: (column) => eq(column, value) }),
  userIds: (values: number[]) => ({ column: auditEvent.userId, of: (column) => inArray(column, values) }),
  record: ({ entity, id }: { entity: string; id: number }) => ({
    column: auditEvent.entityId,
    of: (column) => and(eq(auditEvent.entity, entity), eq(column, id)),
  }),
  patientId: (value: number) => ({ column: auditEvent.patientId, of: (column) => eq(column, value) }),
  // Written out, since only so the index of the refusals is seen to hold them all.
  wasRefused: (value: boolean) => ({
    column: auditEvent.outcome,
    of: (column) => (value ? sql`${column} <> 'ok'` : sql`${column} = 'ok'`),
  }),
  errorId: (value: string) => ({
    column: auditEvent.errorId,
    of: (column) => and(isNotNull(column), eq(column, value)),
  }),
});
