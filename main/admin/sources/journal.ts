import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { AdminRow } from '#contract/admin/table.ts';
import type { Reader } from '#db/index.ts';
import { fromCursor, toCursor } from '#db/queries/cursor.ts';
import type { Query, Reading, Source } from '../table.ts';
import { type Condition, capped, together } from './conditions.ts';

export interface JournalFilter {
  /** A condition that an index answers, or that nearly every row meets; undefined for a value there is not. */
  condition(value: string, reading: Reading): Condition | undefined;
  options(reading: Reading): Promise<Array<{ value: string; label: string | null }>>;
}

interface Stored {
  id: number;
  at: number;
}

interface Journal<T extends Stored> {
  table: SQLiteTable & { id: SQLiteColumn; at: SQLiteColumn };
  filters: Record<string, JournalFilter>;
  /** What typed text asks for; undefined when it cannot fit anything. */
  search(reading: Reading, text: string): Promise<Condition | undefined>;
  rows(reading: Reading, stored: T[]): Promise<AdminRow[]>;
}

/** A table that only grows and is read by time: any number of rows, every list a range of an index. */
export function journal<T extends Stored>(options: Journal<T>): Source {
  const { table, filters } = options;
  const nothing: Condition = { column: table.id, of: () => sql`1 = 0` };

  const wantedBy = async (reading: Reading, query: Query, except?: string): Promise<Condition[]> => {
    const wanted = Object.entries(query.filters)
      .filter(([name]) => name !== except)
      .map(([name, value]) => filters[name]?.condition(value, reading) ?? nothing);
    const text = query.text.trim();
    return text === '' ? wanted : [...wanted, (await options.search(reading, text)) ?? nothing];
  };
  // Of a table that may be any of several, the query builder cannot tell what its rows are.
  const select = (reader: Reader) =>
    reader.select().from(table) as unknown as { where(where: SQL | undefined): Ordered<T> };

  return {
    async page(reading, query, { cursor, limit }) {
      const where = await together(reading.reader, table, await wantedBy(reading, query));
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
    async count(reading, query) {
      return capped(reading.reader, table, await together(reading.reader, table, await wantedBy(reading, query)));
    },
    async facets(reading, query) {
      const facets = Object.entries(filters).map(async ([name, filter]) => {
        const others = await wantedBy(reading, query, name);
        const counted = (await filter.options(reading)).map(async (option) => {
          const own = filter.condition(option.value, reading) ?? nothing;
          const where = await together(reading.reader, table, [own, ...others]);
          return { ...option, ...(await capped(reading.reader, table, where)) };
        });
        return { name, options: (await Promise.all(counted)).filter(({ count }) => count > 0) };
      });
      return Promise.all(facets);
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

const DAY = 86_400_000;
const periods: Record<string, number> = { today: 1, week: 7, month: 31, year: 366 };

/** The last day, week, month or year. */
export function period(at: SQLiteColumn): JournalFilter {
  return {
    condition(value, { services }) {
      const days = periods[value];
      if (days === undefined) return undefined;
      const from = services.clock.now() - days * DAY;
      return { column: at, of: (column) => sql`${column} >= ${from}`, isRange: true };
    },
    options: async () => Object.keys(periods).map((value) => ({ value, label: null })),
  };
}
