import type { Reader } from '#db/engine.ts';
import { birthRange, hasAge, type PatientFilters, statusesOf } from '#db/search/filters.ts';
import { fold } from '#db/search/fold.ts';
import { type Bound, type PatientSort, pageSql, sortColumnsOf } from '#db/sqlite/patientPages.ts';
import { type StoredPatientRow, toPatientRow } from '#db/sqlite/patientRow.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { type Cursor, fromCursor, toCursor } from '../cursor.ts';
import { countPatients } from './countPatients.ts';
import type { PatientRow } from './patientRow.ts';

export type { PatientSort } from '#db/sqlite/patientPages.ts';

export interface PatientListing {
  sort: PatientSort;
  direction: 'ascending' | 'descending';
  filters?: PatientFilters | undefined;
  /** 'YYYY-MM-DD' where the clinic is; ages hang on it. */
  today: string;
  /** The page that follows this cursor, or goes before this one; the first page without either. */
  after?: Cursor | undefined;
  before?: Cursor | undefined;
  /** With sort by name: the page that begins with the first name at or after these letters (in the list's direction). */
  startAt?: string | undefined;
  /** At most 200; 100 when left out. */
  limit?: number | undefined;
}

export interface PatientPage {
  rows: PatientRow[];
  /** Where the next page begins; absent on the last. */
  next?: Cursor;
  /** Where the page before ends; absent on the first. */
  previous?: Cursor;
}

/** One page of patients in order, read from the index of that order. Raises RangeError for a cursor of another list. */
export async function listPatients(reader: Reader, listing: PatientListing): Promise<PatientPage> {
  const limit = Math.min(Math.max(listing.limit ?? 100, 1), 200);
  const backwards = listing.before !== undefined;
  const found = await readPage(reader, listing, limit + 1);
  const rows = found.slice(0, limit);
  const more = found.length > limit;
  if (backwards) rows.reverse();
  const begun = listing.after !== undefined || (listing.startAt ?? '') !== '';
  const page: PatientPage = { rows: rows.map(({ key0, key1, key2, ...row }) => toPatientRow(row)) };
  const [first, last] = [rows[0], rows.at(-1)];
  if (last && (backwards || more)) page.next = cursorOf(last);
  if (first && (backwards ? more : begun)) page.previous = cursorOf(first);
  return page;
}

/** With no more patients of an age than this, their rows are read and sorted. */
const mostSorted = 500;

type KeyedRow = StoredPatientRow & { key0: SortValue; key1: SortValue; key2?: SortValue };

const cursorOf = ({ key0, key1, key2 }: KeyedRow) => toCursor(key2 === undefined ? [key0, key1] : [key0, key1, key2]);

async function readPage(reader: Reader, listing: PatientListing, limit: number): Promise<KeyedRow[]> {
  const filters = listing.filters ?? {};
  const ascending = (listing.direction === 'ascending') === (listing.before === undefined);
  const start = startOf(listing, ascending);
  const few = hasAge(filters) && !(await countPatients(reader, filters, listing.today, mostSorted)).atLeast;
  const shape = {
    sort: listing.sort,
    ascending,
    doctor: filters.doctorId !== undefined,
    age: hasAge(filters),
    few,
    bound: start.bound,
  };
  const statuses = statusesOf(filters);
  const values = statuses.flatMap((status) => [
    ...(shape.doctor ? [filters.doctorId] : []),
    status,
    ...start.values,
    ...(shape.age ? birthRange(filters, listing.today) : []),
  ]);
  return statement(reader, pageSql(shape, statuses.length)).all(...values, limit) as KeyedRow[];
}

function startOf(listing: PatientListing, ascending: boolean): { bound: Bound; values: SortValue[] } {
  const columns = sortColumnsOf(listing.sort);
  const cursor = listing.after ?? listing.before;
  if (cursor !== undefined) return { bound: 'cursor', values: [...fromCursor(cursor, columns.length + 1)] };
  const letters = listing.sort === 'name' ? fold(listing.startAt ?? '') : '';
  // Going down, the list starts at the last name that begins with the letters.
  return letters
    ? { bound: 'letters', values: [ascending ? letters : `${letters}\u{10ffff}`] }
    : { bound: 'none', values: [] };
}

type SortValue = string | number;
