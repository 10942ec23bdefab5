import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseOpenError, storageErrorCode } from './errors.ts';

/**
 * Locks a data folder for this process, until released or the process ends, however it ends: SQLite's own file lock
 * on a small file is dropped by the system with the process. Raises `inUse` when another process holds it.
 */
export function lockFolder(folder: string): { release(): void } {
  const lock = new Sqlite(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
    return { release: () => void (lock.open && lock.close()) };
  } catch (error) {
    lock.close();
    if (storageErrorCode(error) === 'SQLITE_BUSY') throw new DatabaseOpenError('inUse', error);
    throw error;
  }
}
