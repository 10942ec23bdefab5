import { firstTimeOf } from '#db/queries/system/auditOfRecord.ts';
import { formOf } from './access.ts';
import { type Change, changesSince, inAudit } from './history.ts';
import type { AdminTable, Reading } from './table.ts';

type Values = Record<string, unknown>;

/** What makes a record, as far as the audit knows: records that were there before the audit are older than it. */
const MADE = ['create', 'setup'];

/** The record as it was at a moment: as it is now, with every change since taken back, the newest first. */
export async function recordAsOf(
  read: Reading,
  table: AdminTable,
  id: string,
  at: number,
): Promise<{ values: Values | null; changed: string[] }> {
  const madeAt = await firstTimeOf(read.reader, inAudit(table, id), MADE);
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
