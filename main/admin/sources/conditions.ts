import { and, count, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/index.ts';
import { unindexed } from '#db/queries/unindexed.ts';
import type { Count } from '../table.ts';

/** Counting goes no farther: "1,000 or more" says as much, and no list ever reads a million rows to say it. */
export const MOST_COUNTED = 1_000;

export interface Condition {
  column: SQLiteColumn;
  of(column: SQL): SQL | undefined;
  /** A range of time, which every index ends with. */
  isRange?: boolean;
}

/**
 * All of the conditions, by the index of the one that fewest rows meet. The database would guess, and guessing wrong among
 * a million rows takes half a second.
 */
export async function together(reader: Reader, table: SQLiteTable, all: Condition[]): Promise<SQL | undefined> {
  const ranges = all.filter(({ isRange }) => isRange);
  const exact = all.filter(({ isRange }) => !isRange);
  const leading = exact.length > 1 ? await rarest(reader, table, exact) : exact[0];
  return and(
    ...ranges.map(indexed),
    ...exact.map((one) => (one === leading ? indexed(one) : one.of(unindexed(one.column)))),
  );
}

const indexed = ({ column, of }: Condition): SQL | undefined => of(sql`${column}`);

async function rarest(reader: Reader, table: SQLiteTable, conditions: Condition[]): Promise<Condition | undefined> {
  const counted = [];
  for (const condition of conditions) {
    counted.push({ condition, ...(await capped(reader, table, indexed(condition))) });
  }
  return counted.sort((a, b) => a.count - b.count || Number(a.atLeast) - Number(b.atLeast))[0]?.condition;
}

/** How many rows fit, up to the most that are counted. */
export async function capped(reader: Reader, table: SQLiteTable, where: SQL | undefined): Promise<Count> {
  const some = reader
    .select({ one: sql`1`.as('one') })
    .from(table)
    .where(where)
    .limit(MOST_COUNTED + 1)
    .as('some');
  const [row] = await reader.select({ n: count() }).from(some);
  const n = row?.n ?? 0;
  return { count: Math.min(n, MOST_COUNTED), atLeast: n > MOST_COUNTED };
}
