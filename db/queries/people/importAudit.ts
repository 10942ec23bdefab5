import type { Writer } from '#db/engine.ts';
import { auditEvent } from '#db/schema/index.ts';

/** A row of the audit that an import writes with the records it is about. */
export type ImportEvent = typeof auditEvent.$inferInsert;

/** Writes rows into the audit, in the transaction of what they tell of. */
export async function insertImportEvents(tx: Writer, events: ImportEvent[]): Promise<void> {
  if (events.length > 0) await tx.insert(auditEvent).values(events);
}
