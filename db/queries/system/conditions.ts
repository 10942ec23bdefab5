import { and, count, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/index.ts';
import { unindexed } from '#db/queries/unindexed.ts';

/** Counting goes no farther: "1,000 or more" says as much, and no list ever reads a million rows to say it. */
export const MOST_COUNTED = 1_000;

/** How many rows fit; `atLeast` where counting stopped. */
export interface Counted {
  count: number;
  atLeast: boolean;
}

/** A condition that an index answers, or that nearly every row meets. */
export interface Condition {
  column: SQLiteColumn;
  of(column: SQL): SQL | undefined;
}

/**
 * All of the conditions, by the index of the one that fewest rows meet. Each index ends with the time, of which `range` is.
 * The database would guess, and guessing wrong among a million rows takes half a second.
 */
export async function together(
  reader: Reader,
  table: SQLiteTable,
  range: SQL | undefined,
  exact: Condition[],
): Promise<SQL | undefined> {
  const leading = exact.length > 1 ? await rarest(reader, table, exact) : exact[0];
  return and(range, ...exact.map((one) => (one === leading ? indexed(one) : one.of(unindexed(one.column)))));
}

const indexed = ({ column, of }: Condition): SQL | undefined => of(sql`${column}`);

async function rarest(reader: Reader, table: SQLiteTable, conditions: Condition[]): Promise<Condition | undefined> {
  const found = [];
  for (const condition of conditions) {
    found.push({ condition, ...(await counted(reader, table, indexed(condition))) });
  }
  return found.sort((a, b) => a.count - b.count || Number(a.atLeast) - Number(b.atLeast))[0]?.condition;
}

/** How many rows fit, up to the most that are counted. */
export async function counted(reader: Reader, table: SQLiteTable, where: SQL | undefined): Promise<Counted> {
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

/** How many rows fit any of these, each once, up to the most that are counted. */
export async function countedAny(
  reader: Reader,
  table: SQLiteTable & { id: SQLiteColumn },
  conditions: Array<SQL | undefined>,
): Promise<Counted> {
  if (conditions.length === 1) return counted(reader, table, conditions[0]);
  const found = conditions.map((where) => {
    const some = reader
      .select({ id: table.id })
      .from(table)
      .where(where)
      .limit(MOST_COUNTED + 1);
    return sql`select id from (${some})`;
  });
  if (found.length === 0) return { count: 0, atLeast: false };
  const [row] = await reader.select({ n: count() }).from(sql`(${sql.join(found, sql` union `)})`);
  const n = row?.n ?? 0;
  return { count: Math.min(n, MOST_COUNTED), atLeast: n > MOST_COUNTED };
}
