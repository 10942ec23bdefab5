import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/index.ts';
import { type Cursor, fromCursor, toCursor } from '#db/queries/cursor.ts';
import { type Condition, type Counted, counted, together } from './conditions.ts';

type JournalTable = SQLiteTable & { id: SQLiteColumn; at: SQLiteColumn };
// Each filter takes a value of its own type, which only `never` allows to say.
type Filters = Record<string, (value: never) => Condition>;

/** What rows have to be, by the names of the journal's filters; `since` is an instant in UTC milliseconds. */
export type Wanted<F extends Filters> = { [name in keyof F]?: Parameters<F[name]>[0] } & { since?: number };

/** Where a page begins and which way it goes. */
export interface JournalPlace {
  descending: boolean;
  cursor?: Cursor | undefined;
  limit: number;
}

interface JournalRow {
  id: number;
  at: number;
}

/** A table that only grows and is read by time: any number of rows, every list a range of an index. */
export interface Journal<Row, W> {
  /** Raises RangeError for a cursor that is not one of its own. */
  page(reader: Reader, wanted: W, place: JournalPlace): Promise<{ rows: Row[]; next: Cursor | null }>;
  count(reader: Reader, wanted: W): Promise<Counted>;
  one(reader: Reader, id: number): Promise<Row | undefined>;
}

/** The journal that a table is, with the filters that its rows can be looked through by. */
export function journalOf<T extends JournalTable & { $inferSelect: JournalRow }, F extends Filters>(
  table: T,
  filters: F,
): Journal<T['$inferSelect'], Wanted<F>> {
  type Row = T['$inferSelect'];
  const whereOf = (reader: Reader, { since, ...wanted }: Wanted<F>) => {
    const exact = Object.entries(wanted).map(([name, value]) => filters[name]?.(value as never));
    const range = since === undefined ? undefined : sql`${table.at} >= ${since}`;
    const known = exact.filter((condition) => condition !== undefined);
    return together(reader, table, range, known);
  };
  return {
    async page(reader, wanted, { descending, cursor, limit }) {
      const way = descending ? desc : asc;
      const found = (await reader
        .select()
        .from(table as JournalTable)
        .where(and(await whereOf(reader, wanted), cursor === undefined ? undefined : beyond(table, cursor, descending)))
        .orderBy(way(table.at), way(table.id))
        .limit(limit + 1)) as Row[];
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return { rows, next: found.length > limit && last ? toCursor([last.at, last.id]) : null };
    },
    count: async (reader, wanted) => counted(reader, table, await whereOf(reader, wanted)),
    async one(reader, id) {
      const [row] = await reader
        .select()
        .from(table as JournalTable)
        .where(eq(table.id, id));
      return row as Row | undefined;
    },
  };
}

function beyond({ at, id }: JournalTable, cursor: Cursor, descending: boolean): SQL {
  const [lastAt, lastId] = fromCursor(cursor, 2);
  return sql`(${at}, ${id}) ${descending ? sql`<` : sql`>`} (${lastAt}, ${lastId})`;
}
