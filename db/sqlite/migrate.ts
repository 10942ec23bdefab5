import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate as applyPending } from 'drizzle-orm/better-sqlite3/migrator';
import { DatabaseOpenError } from '../errors.ts';
import type { Connection } from './connection.ts';

interface Journal {
  entries: Array<{ tag: string; when: number }>;
}

/** The migrations a data folder has, and those this program would still apply. */
export interface MigrationState {
  applied: number;
  pending: string[];
}

/**
 * Compares the database with the migrations of this program.
 * Raises `newerVersion` when the database knows migrations that this program does not.
 */
export function migrationState(connection: Connection, folder: string): MigrationState {
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal;
  const table = connection.sqlite.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  const last = table
    ? (
        connection.sqlite.prepare('select max(created_at) as at from __drizzle_migrations').get() as {
          at: number | null;
        }
      ).at
    : null;
  const newest = entries.at(-1)?.when ?? 0;
  if (last !== null && last > newest) throw new DatabaseOpenError('newerVersion');
  const pending = entries.filter((entry) => last === null || entry.when > last);
  return { applied: entries.length - pending.length, pending: pending.map((entry) => entry.tag) };
}

/** Applies what is pending, all of it in one transaction; returns the names applied. */
export function migrate(connection: Connection, folder: string): string[] {
  const { pending } = migrationState(connection, folder);
  if (pending.length > 0) applyPending(connection.orm, { migrationsFolder: folder });
  return pending;
}
