import type { Reader } from '#db/engine.ts';
import { birthRange, hasAge, type PatientFilters, statusesOf } from '#db/search/filters.ts';
import { fold } from '#db/search/fold.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { type Cursor, fromCursor, toCursor } from '../cursor.ts';
import { countPatients } from './countPatients.ts';
import { type PatientRow, patientRowColumns, type StoredPatientRow, toPatientRow } from './patientRow.ts';

export type PatientSort = 'name' | 'birthDate' | 'mrn' | 'updated';

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

interface Order {
  /** What the list is ordered by, before the id. */
  columns: string[];
  /** The indexes that hold that order for all patients of a status, and for those of one doctor. */
  index: string;
  doctorIndex: string;
}

const orders: Record<PatientSort, Order> = {
  name: { columns: ['sort_name', 'birth_date'], index: 'patient_status_name', doctorIndex: 'patient_doctor_name' },
  birthDate: { columns: ['birth_date'], index: 'patient_status_birth', doctorIndex: 'patient_doctor_birth' },
  mrn: { columns: ['mrn'], index: 'patient_status_mrn', doctorIndex: 'patient_doctor_mrn' },
  updated: { columns: ['updated_at'], index: 'patient_status_updated', doctorIndex: 'patient_doctor_updated' },
};

/** One page of patients in order, read from the index of that order. Raises RangeError for a cursor of another list. */
export function listPatients(reader: Reader, listing: PatientListing): PatientPage {
  const limit = Math.min(Math.max(listing.limit ?? 100, 1), 200);
  const backwards = listing.before !== undefined;
  const found = readPage(reader, listing, limit + 1);
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

function readPage(reader: Reader, listing: PatientListing, limit: number): KeyedRow[] {
  const filters = listing.filters ?? {};
  const ascending = (listing.direction === 'ascending') === (listing.before === undefined);
  const start = startOf(listing, ascending);
  const few = hasAge(filters) && countPatients(reader, filters, listing.today, mostSorted).atLeast === false;
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

type Bound = 'none' | 'cursor' | 'letters';

function startOf(listing: PatientListing, ascending: boolean): { bound: Bound; values: SortValue[] } {
  const columns = orders[listing.sort].columns;
  const cursor = listing.after ?? listing.before;
  if (cursor !== undefined) return { bound: 'cursor', values: [...fromCursor(cursor, columns.length + 1)] };
  const letters = listing.sort === 'name' ? fold(listing.startAt ?? '') : '';
  // Going down, the list starts at the last name that begins with the letters.
  return letters
    ? { bound: 'letters', values: [ascending ? letters : `${letters}\u{10ffff}`] }
    : { bound: 'none', values: [] };
}

type SortValue = string | number;

interface Shape {
  sort: PatientSort;
  ascending: boolean;
  doctor: boolean;
  age: boolean;
  /** Whether so few are of the age asked for that sorting them beats walking through everybody to find them. */
  few: boolean;
  bound: Bound;
}

/** The query of one page: for several statuses one range of the index each, which SQLite merges. Exported for its test. */
export function pageSql(shape: Shape, statuses: number): string {
  const way = shape.ascending ? 'asc' : 'desc';
  const ranges = Array.from({ length: statuses }, () => rangeSql(shape)).join(' union all ');
  const keys = sortColumns(shape.sort).map((_, i) => `key${i} ${way}`);
  return `${ranges} order by ${keys.join(', ')} limit ?`;
}

const sortColumns = (sort: PatientSort) => [...orders[sort].columns, 'id'].map((column) => `p.${column}`);

function rangeSql({ sort, ascending, doctor, age, few, bound }: Shape): string {
  const { index, doctorIndex } = orders[few ? 'birthDate' : sort];
  const keys = sortColumns(sort);
  const beyond = ascending ? '>' : '<';
  const where = [doctor ? 'p.doctor_id is ?' : '', 'p.status = ?'];
  if (bound === 'cursor') where.push(`(${keys.join(', ')}) ${beyond} (${keys.map(() => '?').join(', ')})`);
  if (bound === 'letters') where.push(`p.sort_name ${beyond}= ?`);
  if (age) where.push('p.birth_date between ? and ?');
  return `select ${patientRowColumns}, ${keys.map((key, i) => `${key} as key${i}`).join(', ')}
    from patient p indexed by ${doctor ? doctorIndex : index} left join doctor d on d.id = p.doctor_id
    where ${where.filter(Boolean).join(' and ')}`;
}
