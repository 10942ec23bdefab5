import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { AdminRow } from '#contract/admin.ts';
import type { Reader } from '#db/index.ts';
import { fromCursor, toCursor } from '#db/queries/cursor.ts';
import type { Count, Query, Reading, Source } from '../table.ts';

/** Counting goes no farther: "1,000 or more" says as much, and no list ever reads a million rows to say it. */
export const MOST_COUNTED = 1_000;

export interface JournalFilter {
  /** A condition that an index answers, or that nearly every row meets. */
  where(value: string, reading: Reading): SQL | undefined;
  options(reading: Reading): Promise<Array<{ value: string; label: string | null }>>;
}

interface Stored {
  id: number;
  at: number;
}

interface Journal<T extends Stored> {
  table: SQLiteTable & { id: SQLiteColumn; at: SQLiteColumn };
  /** The column that orders the list, whatever way. */
  sort: string;
  filters: Record<string, JournalFilter>;
  /** What typed text asks for; undefined when it cannot fit anything. */
  search?(reading: Reading, text: string): Promise<SQL | undefined>;
  rows(reading: Reading, stored: T[]): Promise<AdminRow[]>;
}

/** A table that only grows and is read by time: any number of rows, every list a range of an index. */
export function journal<T extends Stored>(options: Journal<T>): Source {
  const { table, filters } = options;
  const nothing = sql`1 = 0`;

  const conditions = async (reading: Reading, query: Query, except?: string): Promise<SQL | undefined> => {
    const wanted = Object.entries(query.filters).filter(([name]) => name !== except);
    const filtered = wanted.map(([name, value]) => filters[name]?.where(value, reading) ?? nothing);
    const text = query.text.trim();
    const found = text === '' ? undefined : ((await options.search?.(reading, text)) ?? nothing);
    return and(...filtered, found);
  };
  const select = (reader: Reader) =>
    reader.select().from(table) as unknown as { where(where: SQL | undefined): Ordered<T> };

  return {
    async page(reading, query, { cursor, limit }) {
      const where = await conditions(reading, query);
      const beyond = query.descending ? sql`<` : sql`>`;
      const [at, id] = cursor === undefined ? [] : fromCursor(cursor, 2);
      const after = cursor === undefined ? undefined : sql`(${table.at}, ${table.id}) ${beyond} (${at}, ${id})`;
      const way = query.descending ? desc : asc;
      const found = await select(reading.reader)
        .where(and(where, after))
        .orderBy(way(table.at), way(table.id))
        .limit(limit + 1);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const next = found.length > limit && last ? toCursor([last.at, last.id]) : null;
      return { rows: await options.rows(reading, page), next };
    },
    count: async (reading, query) => capped(reading.reader, table, await conditions(reading, query)),
    async facets(reading, query) {
      return Promise.all(
        Object.entries(filters).map(async ([name, filter]) => {
          const others = await conditions(reading, query, name);
          const all = await Promise.all(
            (await filter.options(reading)).map(async (option) => ({
              ...option,
              ...(await capped(reading.reader, table, and(filter.where(option.value, reading), others))),
            })),
          );
          return { name, options: all.filter((option) => option.count > 0) };
        }),
      );
    },
    async one(reading, id) {
      if (!/^\d{1,15}$/.test(id)) return null;
      const found = await select(reading.reader)
        .where(eq(table.id, Number(id)))
        .limit(1);
      return (await options.rows(reading, found))[0] ?? null;
    },
  };
}

interface Ordered<T> {
  orderBy(...columns: SQL[]): Ordered<T>;
  limit(most: number): Promise<T[]>;
}

/** How many rows fit, up to the most that are counted. */
async function capped(reader: Reader, table: SQLiteTable, where: SQL | undefined): Promise<Count> {
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

const DAY = 86_400_000;
const periods = { today: 1, week: 7, month: 31, year: 366 } as const;

/** The last day, week, month or year. */
export function period(at: SQLiteColumn): JournalFilter {
  return {
    where(value, { services }) {
      const days = periods[value as keyof typeof periods];
      return days === undefined ? undefined : sql`${at} >= ${services.clock.now() - days * DAY}`;
    },
    options: async () => Object.keys(periods).map((value) => ({ value, label: null })),
  };
}
