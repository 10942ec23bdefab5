import { and, desc, eq, gt, lt, notInArray } from 'drizzle-orm';
import type { Reader } from '#db/index.ts';
import { auditEvent } from '#db/schema/system.ts';
import type { AuditEvent } from './audit.ts';

/** A record as the audit knows it. */
export interface AuditedRecord {
  entity: string;
  id: number;
}

const of = ({ entity, id }: AuditedRecord) => and(eq(auditEvent.entity, entity), eq(auditEvent.entityId, id));

/** A page of what was done to a record, newest first; `before` is the id of the last row of the page before. */
export async function eventsOf(
  reader: Reader,
  record: AuditedRecord,
  { before, limit, except }: { before?: number | undefined; limit: number; except: string[] },
): Promise<AuditEvent[]> {
  const older = before === undefined ? undefined : lt(auditEvent.id, before);
  return reader
    .select()
    .from(auditEvent)
    .where(and(of(record), notInArray(auditEvent.action, except), older))
    .orderBy(desc(auditEvent.at), desc(auditEvent.id))
    .limit(limit);
}

/** All that was done to a record after a moment (UTC milliseconds) and was not refused, newest first. */
export async function doneSince(reader: Reader, record: AuditedRecord, at: number): Promise<AuditEvent[]> {
  return reader
    .select()
    .from(auditEvent)
    .where(and(of(record), gt(auditEvent.at, at), eq(auditEvent.outcome, 'ok')))
    .orderBy(desc(auditEvent.at), desc(auditEvent.id));
}
