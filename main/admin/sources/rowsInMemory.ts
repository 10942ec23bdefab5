import type { AdminCell, AdminRow } from '#contract/admin/table.ts';
import { fromCursor, toCursor } from '#db/queries/cursor.ts';
import { words } from '#db/search/fold.ts';
import { cellText, type Facet, type Query, type Reading, type Source } from '../table.ts';

/** A value by which a row can be filtered, and what it is called where that is not a text of ours. */
export type FilterValue = string | { value: string; label: string };

interface RowsInMemory<T> {
  load(reading: Reading): Promise<T[]>;
  row(item: T): AdminRow;
  filters?: Record<string, (item: T) => FilterValue | FilterValue[] | null>;
  /** What of a row is looked through; its cells unless said otherwise. */
  searched?: (item: T) => string;
  /** By what a cell is sorted that holds the key of a word; by itself where this is left out. */
  sortedAs?: (cell: AdminCell) => AdminCell;
  /** Not everything was loaded. */
  isCut?: (items: T[]) => boolean;
}

interface Loaded {
  row: AdminRow;
  filters: Record<string, Array<{ value: string; label: string | null }>>;
  searched: string[];
}

/** A table of which there are never many rows: all are read, and looked through here. */
export function rowsInMemory<T>(options: RowsInMemory<T>): Source {
  const filters = Object.entries(options.filters ?? {});
  const load = async (reading: Reading) => {
    const items = await options.load(reading);
    const rows = items.map((item): Loaded => {
      const row = options.row(item);
      const text = options.searched?.(item) ?? Object.values(row.cells).map(cellText).join(' ');
      return {
        row,
        searched: words(text),
        filters: Object.fromEntries(filters.map(([name, of]) => [name, named(of(item))])),
      };
    });
    return { rows, isCut: options.isCut?.(items) ?? false };
  };
  return {
    async page(reading, query, { cursor, limit }) {
      const { rows } = await load(reading);
      const compare = byCell(query, options.sortedAs);
      const fitting = rows.filter(fits(query)).map(({ row }) => row);
      const after = cursor === undefined ? null : keyOf(cursor);
      const left = after ? fitting.filter((row) => compare(row, after) > 0) : fitting;
      const page = left.sort(compare).slice(0, limit);
      const last = page.at(-1);
      const more = left.length > page.length && last !== undefined;
      return { rows: page, next: more ? toCursor([JSON.stringify(last.cells[query.sort] ?? null), last.id]) : null };
    },
    async count(reading, query) {
      const { rows, isCut } = await load(reading);
      return { count: rows.filter(fits(query)).length, atLeast: isCut };
    },
    async facets(reading, query) {
      const { rows, isCut } = await load(reading);
      return filters.map(([name]) => facetOf(name, rows.filter(fits(query, name)), isCut));
    },
    async one(reading, id) {
      return (await load(reading)).rows.find(({ row }) => row.id === id)?.row ?? null;
    },
    async sums(reading, query, by, sum) {
      const { rows } = await load(reading);
      const totals = new Map<string, number>();
      for (const { row } of rows.filter(fits(query))) {
        const label = cellText(row.cells[by]);
        totals.set(label, (totals.get(label) ?? 0) + Number(row.cells[sum] ?? 0));
      }
      return [...totals].map(([label, value]) => ({ label, value })).sort((a, b) => b.value - a.value);
    },
  };
}

const named = (given: FilterValue | FilterValue[] | null) =>
  (Array.isArray(given) ? given : given === null ? [] : [given]).map((entry) =>
    typeof entry === 'string' ? { value: entry, label: null } : entry,
  );

/** Every word typed begins some word of the row, and every filter but `except` has the wanted value. */
function fits({ text, filters }: Query, except?: string) {
  const typed = words(text);
  const wanted = Object.entries(filters).filter(([name]) => name !== except);
  return (loaded: Loaded) =>
    typed.every((word) => loaded.searched.some((part) => part.startsWith(word))) &&
    wanted.every(([name, value]) => loaded.filters[name]?.some((entry) => entry.value === value) ?? false);
}

function facetOf(name: string, rows: Loaded[], atLeast: boolean): Facet {
  const options = new Map<string, Facet['options'][number]>();
  for (const { filters } of rows) {
    for (const { value, label } of filters[name] ?? []) {
      const known = options.get(value) ?? { value, label, count: 0, atLeast };
      options.set(value, { ...known, count: known.count + 1 });
    }
  }
  return { name, options: [...options.values()].sort((a, b) => b.count - a.count) };
}

type Key = Pick<AdminRow, 'id'> & { cells: Record<string, AdminCell> };

/** Rows of one value stand by their ids, so that every page goes on exactly where the last one ended. */
function byCell({ sort, descending }: Query, sortedAs = (cell: AdminCell) => cell) {
  const turn = descending ? -1 : 1;
  return (a: Key & { of?: AdminCell }, b: Key & { of?: AdminCell }): number => {
    const [left, right] = [a.of ?? a.cells[sort] ?? null, b.of ?? b.cells[sort] ?? null];
    // What is not known stands last, whichever way.
    if (left === null || right === null) return Number(left === null) - Number(right === null) || idOrder(a, b);
    return turn * (compareCells(sortedAs(left), sortedAs(right)) || idOrder(a, b));
  };
}

const idOrder = (a: Key, b: Key) => compareCells(asNumber(a.id), asNumber(b.id));

const asNumber = (id: string) => (/^\d{1,15}$/.test(id) ? Number(id) : id);

function compareCells(a: AdminCell, b: AdminCell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return cellText(a).localeCompare(cellText(b), 'en', { sensitivity: 'base', numeric: true });
}

/** The place that a cursor holds, in the shape of a row. */
function keyOf(cursor: string): Key & { of: AdminCell } {
  const [value, id] = fromCursor(cursor, 2);
  try {
    return { id: String(id), cells: {}, of: JSON.parse(String(value)) as AdminCell };
  } catch {
    throw new RangeError('not a cursor of this list');
  }
}
