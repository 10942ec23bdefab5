import { and, asc, eq, inArray } from 'drizzle-orm';
import { auditEvent } from '#db/schema/index.ts';
import { formOf, numberOf } from './access.ts';
import { type Change, changesSince } from './history.ts';
import type { AdminTable, Reading } from './table.ts';

type Values = Record<string, unknown>;

/** The record as it was at a moment: as it is now, with every change since taken back, the newest first. */
export async function recordAsOf(
  read: Reading,
  table: AdminTable,
  id: string,
  at: number,
): Promise<{ values: Values | null; changed: string[] }> {
  const madeAt = await firstSeen(read, table, id);
  if (madeAt !== null && at < madeAt) return { values: null, changed: [] };
  const { values } = await formOf(table, id).load(read, id);
  const changes = await changesSince(read.reader, table, id, at);
  return { values: changes.reduce(takenBack, values), changed: [...new Set(changes.map(({ field }) => field))] };
}

function takenBack(values: Values, { field, from, to, isList }: Change): Values {
  if (!isList) return { ...values, [field]: from };
  const [now, gone, came] = [listOf(values[field]), listOf(from), listOf(to)];
  return { ...values, [field]: [...now.filter((entry) => !came.includes(entry)), ...gone] };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** When the record was made, as far as the audit knows: records that were there before the audit are older than it. */
async function firstSeen({ reader }: Reading, table: AdminTable, id: string): Promise<number | null> {
  const [row] = await reader
    .select({ at: auditEvent.at })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.entity, table.entity ?? ''),
        eq(auditEvent.entityId, numberOf(table, id)),
        inArray(auditEvent.action, ['create', 'setup']),
      ),
    )
    .orderBy(asc(auditEvent.at))
    .limit(1);
  return row?.at ?? null;
}
