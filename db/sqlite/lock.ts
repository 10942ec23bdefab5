import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseOpenError, type LockOwner } from '../errors.ts';
import { storageErrorCode } from './codes.ts';

/**
 * Locks a data folder for this process, until released or the process ends, however it ends: SQLite's own file lock
 * on a small file is dropped by the system with the process. A note beside it tells who holds it and since when.
 * Raises `inUse`, with the owner where the note can be read, when another process holds it.
 */
export function lockFolder(folder: string): { release(): void } {
  const lock = new Sqlite(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (storageErrorCode(error) === 'SQLITE_BUSY') throw new DatabaseOpenError('inUse', error, readOwner(folder));
    throw error;
  }
  writeOwner(folder);
  return {
    release() {
      if (!lock.open) return;
      rmSync(noteOf(folder), { force: true });
      lock.close();
    },
  };
}

const noteOf = (folder: string) => join(folder, 'in-use.json');

/** The note only ever explains; a folder without one (a full disk, say) is locked all the same. */
function writeOwner(folder: string): void {
  const owner: LockOwner = { host: hostname(), since: Date.now() };
  try {
    writeFileSync(noteOf(folder), JSON.stringify(owner), { mode: 0o600 });
  } catch {
    // Opening the database tells in a moment what is wrong here.
  }
}

function readOwner(folder: string): LockOwner | undefined {
  try {
    const { host, since } = JSON.parse(readFileSync(noteOf(folder), 'utf8')) as Partial<LockOwner>;
    return typeof host === 'string' && typeof since === 'number' ? { host, since } : undefined;
  } catch {
    return undefined;
  }
}
