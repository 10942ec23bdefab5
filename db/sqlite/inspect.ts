import { DatabaseOpenError } from '../errors.ts';
import { type Connection, connect } from './connection.ts';
import { damagedPages, pagesOf } from './damage/file.ts';
import { type LogDamage, logDamage } from './damage/log.ts';
import { type MigrationState, migrationState } from './migrate.ts';
import { nameOpenError } from './openError.ts';
import { patientTallies } from './patientTallies.ts';
import { compareTerms, type TermFaults } from './search/compareTerms.ts';
import { areTermsCurrent } from './search/termsVersion.ts';

export type { MigrationState } from './migrate.ts';

interface Counts {
  patients: number;
  doctors: number;
  users: number;
  photos: number;
  auditRows: number;
}

/** What a database holds and whether it hangs together. */
export interface Inspection {
  migrations: MigrationState;
  /** Null where they could not be counted. */
  counts: Counts | null;
  /** Pages of the file that are not as they were written, by number, and what is wrong with the write-ahead log. */
  damage: { pages: number[]; log: LogDamage | null };
  /** What SQLite says of its pages and of rows that point nowhere; empty when all is well. */
  faults: string[];
  /** How many patients are not as the search index and the tallies have them; zero when all is well. */
  search: { missing: number; extra: number; wrongTallies: number } & TermFaults;
  /** True when another version of the program has made the terms that patients are found by. */
  hasOtherTerms: boolean;
}

/**
 * Which migrations a database has and lacks, without touching it. Raises `DatabaseOpenError`, also when it is newer than
 * this program.
 */
export function inspectMigrations(file: string, key: Buffer, migrations: string): MigrationState {
  return looking(file, key, (connection) => migrationState(connection, migrations));
}

/** How far looking has come, in parts of very different size. */
export interface Looked {
  done: number;
  total: number;
}

/**
 * Looks through the whole database without changing it; `counts` and `search` are empty while migrations are pending or pages
 * are damaged. With `onPart` it goes table by table and tells after each, which finds everything but a page that two tables
 * claim; without, SQLite looks at all of them at once, and the log is looked at first, for a database nobody has open.
 */
export function inspectDatabase(
  file: string,
  key: Buffer,
  migrations: string,
  onPart?: (looked: Looked) => void,
): Inspection {
  // Before SQLite opens the file: it would take a damaged log for a short one.
  const log = onPart ? null : logDamage(`${file}-wal`);
  return looking(file, key, (connection) => {
    const state = migrationState(connection, migrations);
    onPart?.({ done: 0, total: 1 });
    const damage = { pages: damagedPages(file, key), log };
    const faults = onPart ? pageFaultsByTable(connection, onPart) : pageFaults(connection);
    const found = { migrations: state, damage, faults };
    if (damage.pages.length > 0 || state.pending.length > 0) return { ...found, ...notLooked };
    faults.push(...linkFaults(connection));
    const hasOtherTerms = !areTermsCurrent(connection.orm);
    return { ...found, counts: countsOf(connection), search: searchFaults(connection), hasOtherTerms };
  });
}

const nothingWrong: Inspection['search'] = { missing: 0, extra: 0, wrongTallies: 0, wrongTerms: 0, wrongWords: 0 };

const notLooked = { counts: null, search: nothingWrong, hasOtherTerms: false };

function looking<T>(file: string, key: Buffer, look: (connection: Connection) => T): T {
  try {
    // SQLite would make a new database of it, and remove the log.
    if (pagesOf(file) < 1) throw new DatabaseOpenError('damaged');
    const connection = connect(file, key, { readonly: true });
    try {
      return look(connection);
    } finally {
      connection.sqlite.close();
    }
  } catch (error) {
    throw nameOpenError(error, file, key);
  }
}

function pageFaults({ sqlite }: Connection, table = ''): string[] {
  const lines = sqlite
    .prepare(`pragma integrity_check${table && `('${table}')`}`)
    .pluck()
    .all() as string[];
  return lines.filter((line) => line !== 'ok');
}

/** The schema's own table comes with the list of free pages. */
function pageFaultsByTable(connection: Connection, onPart: (looked: Looked) => void): string[] {
  const tables = connection.sqlite
    .prepare("select name from sqlite_schema where type = 'table'")
    .pluck()
    .all() as string[];
  return ['sqlite_schema', ...tables].flatMap((table, place, all) => {
    onPart({ done: place, total: all.length });
    return pageFaults(connection, table);
  });
}

/** Rows that point nowhere. */
function linkFaults({ sqlite }: Connection): string[] {
  const dangling = sqlite.prepare('pragma foreign_key_check').all() as Array<{
    table: string;
    rowid: number;
    parent: string;
  }>;
  return dangling.map(({ table, rowid, parent }) => `${table} ${rowid} points to no ${parent}`);
}

const count = ({ sqlite }: Connection, query: string) =>
  sqlite.prepare(`select count(*) from ${query}`).pluck().get() as number;

function countsOf(connection: Connection): Counts {
  return {
    patients: count(connection, 'patient'),
    doctors: count(connection, 'doctor'),
    users: count(connection, 'user'),
    photos: count(connection, 'photo'),
    auditRows: count(connection, 'audit_event'),
  };
}

/** The index keeps a row of sizes for every patient it knows; that list is compared with the patients. */
function searchFaults(connection: Connection): Inspection['search'] {
  return {
    ...compareTerms(connection),
    missing: count(connection, 'patient where id not in (select id from patient_search_docsize)'),
    extra: count(connection, 'patient_search_docsize where id not in (select id from patient)'),
    wrongTallies: Object.entries(patientTallies).reduce(
      (sum, [table, counted]) =>
        sum +
        count(connection, `(select * from (${counted}) except select * from ${table} where patients <> 0) counted`) +
        count(connection, `(select * from ${table} where patients <> 0 except select * from (${counted})) kept`),
      0,
    ),
  };
}
