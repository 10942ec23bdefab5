import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/index.ts';
import { connect, type SqliteConnection } from '#db/sqlite/connection.ts';
import { testKey } from './database.ts';

interface Journal {
  entries: Array<{ tag: string }>;
}

/**
 * A database as the program before `migration` left it, filled by `fill`, then opened by today's program: what `look` finds
 * has come through that migration and all later ones.
 */
export async function carriedAcross<T>(
  migration: string,
  fill: (sqlite: SqliteConnection) => void,
  look: (sqlite: SqliteConnection) => T,
): Promise<T> {
  const file = join(mkdtempSync(join(tmpdir(), 'clinic-older-')), 'clinic.db');
  const older = await openDatabase(file, testKey, { migrations: migrationsBefore(migration) });
  await older.close();
  using(file, fill);
  const today = await openDatabase(file, testKey, { migrations: 'db/sqlite/migrations' });
  await today.close();
  return using(file, look);
}

function using<T>(file: string, work: (sqlite: SqliteConnection) => T): T {
  const { sqlite } = connect(file, testKey);
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}

function migrationsBefore(migration: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-migrations-'));
  cpSync('db/sqlite/migrations', folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as Journal;
  const end = entries.findIndex(({ tag }) => tag === migration);
  if (end < 0) throw new Error(`there is no migration ${migration}`);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, end) }));
  return folder;
}
