import { asc, gt } from 'drizzle-orm';
import { auditEvent } from '#db/schema/index.ts';
import type { Services } from '#main/services/index.ts';

/** The signals of saving and the rows of the audit that a piece of work leaves, in order. */
export async function traced({ signals, audit, db }: Services, work: () => Promise<unknown>): Promise<unknown[]> {
  const trace: unknown[] = [];
  const offs = (['preSave', 'postSave'] as const).map((name) =>
    signals.connect(name, ({ entity, id }) => void trace.push([name, entity, id])),
  );
  await audit.flush();
  const last = (await db.read(async (reader) => reader.select().from(auditEvent).orderBy(asc(auditEvent.id)))).at(-1);
  await work();
  for (const off of offs) off();
  const rows = await db.read(async (reader) =>
    reader
      .select()
      .from(auditEvent)
      .where(gt(auditEvent.id, last?.id ?? 0))
      .orderBy(asc(auditEvent.id)),
  );
  return [...trace, ...rows.map(({ action, entity, entityId, details }) => [action, entity, entityId, details])];
}
