import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/index.ts';
import { type Cursor, fromCursor, toCursor } from '#db/queries/cursor.ts';
import { type Condition, type Counted, countedAny, together } from './conditions.ts';

type JournalTable = SQLiteTable & { id: SQLiteColumn; at: SQLiteColumn };
// Each filter takes a value of its own type, which only `never` allows to say.
type Filters = Record<string, (value: never) => Condition>;

type Exact<F extends Filters> = { [name in keyof F]?: Parameters<F[name]>[0] };

/**
 * What rows have to be, by the names of the journal's filters; `since` is an instant in UTC milliseconds. Of `anyOf` one
 * has to fit: each is a range of its own index, read by itself, since the database would sort all that fit any of them.
 */
export type Wanted<F extends Filters> = Exact<F> & { since?: number; anyOf?: Array<Exact<F>> };

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

/** Each way in which a row can be what is wanted. */
const waysTo = <F extends Filters>({ anyOf, ...wanted }: Wanted<F>): Array<Wanted<F>> =>
  anyOf ? anyOf.map((one) => ({ ...wanted, ...one }) as Wanted<F>) : [wanted as Wanted<F>];

/** The journal that a table is, with the filters that its rows can be looked through by. */
export function journalOf<T extends JournalTable & { $inferSelect: JournalRow }, F extends Filters>(
  table: T,
  filters: F,
): Journal<T['$inferSelect'], Wanted<F>> {
  type Row = T['$inferSelect'];
  const whereOf = (reader: Reader, { since, anyOf: _, ...wanted }: Wanted<F>) => {
    const exact = Object.entries(wanted).map(([name, value]) => filters[name]?.(value as never));
    const range = since === undefined ? undefined : sql`${table.at} >= ${since}`;
    const known = exact.filter((condition) => condition !== undefined);
    return together(reader, table, range, known);
  };
  const rowsOf = async (reader: Reader, wanted: Wanted<F>, { descending, cursor, limit }: JournalPlace) => {
    const way = descending ? desc : asc;
    return (await reader
      .select()
      .from(table as JournalTable)
      .where(and(await whereOf(reader, wanted), cursor === undefined ? undefined : beyond(table, cursor, descending)))
      .orderBy(way(table.at), way(table.id))
      .limit(limit + 1)) as Row[];
  };
  return {
    async page(reader, wanted, place) {
      const found = new Map<number, Row>();
      for (const way of waysTo(wanted)) for (const row of await rowsOf(reader, way, place)) found.set(row.id, row);
      const sign = place.descending ? -1 : 1;
      const inOrder = [...found.values()].sort((a, b) => sign * (a.at - b.at || a.id - b.id));
      const rows = inOrder.slice(0, place.limit);
      const last = rows.at(-1);
      return { rows, next: inOrder.length > place.limit && last ? toCursor([last.at, last.id]) : null };
    },
    async count(reader, wanted) {
      const ways: Array<SQL | undefined> = [];
      for (const way of waysTo(wanted)) ways.push(await whereOf(reader, way));
      return countedAny(reader, table, ways);
    },
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
