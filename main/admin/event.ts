import { auditJournal } from '#db/queries/system/audit.ts';
import type { Context } from '#main/call/caller.ts';
import { notFound } from '#main/refusal.ts';
import { reading } from './access.ts';
import { eventsOf } from './history.ts';
import { labelsOf } from './labels.ts';
import { adminTables } from './tables.ts';

/** One row of the audit with what it tells of fields, as far as the caller may see the record. Raises NOT_FOUND. */
export function openEvent(context: Context, id: number) {
  return reading(context, async (read) => {
    const stored = await auditJournal.one(read.reader, id);
    const [event] = stored ? await eventsOf(read, [stored]) : [];
    if (!stored || !event) throw notFound();
    const form = adminTables()
      .find(({ name }) => name === event.table)
      ?.form?.(event.recordId ?? String(stored.entityId));
    const values = event.changes.flatMap(({ field, from, to }) => [{ [field]: from }, { [field]: to }]);
    const labels = form ? await labelsOf(read, form, values) : {};
    return { event, procedure: stored.procedure, errorId: stored.errorId, fields: form?.fields ?? [], labels };
  });
}
