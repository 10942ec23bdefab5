import { formOf } from './access.ts';
import { type Change, changesSince } from './history.ts';
import type { AdminTable, Reading } from './table.ts';

type Values = Record<string, unknown>;

/**
 * The record as it was at a moment: as it is now, with every change since taken back, the newest first. Null for a moment
 * before the record itself says that it was made.
 */
export async function recordAsOf(
  read: Reading,
  table: AdminTable,
  id: string,
  at: number,
): Promise<{ values: Values | null; changed: string[] }> {
  const { values, createdAt } = await formOf(table, id).load(read, id);
  if (createdAt !== undefined && at < createdAt) return { values: null, changed: [] };
  const changes = await changesSince(read.reader, table, id, at);
  return { values: changes.reduce(takenBack, values), changed: [...new Set(changes.map(({ field }) => field))] };
}

function takenBack(values: Values, { field, from, to, isList }: Change): Values {
  if (!isList) return { ...values, [field]: from };
  const [now, gone, came] = [listOf(values[field]), listOf(from), listOf(to)];
  return { ...values, [field]: [...now.filter((entry) => !came.includes(entry)), ...gone] };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
