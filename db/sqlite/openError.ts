import { DatabaseOpenError, type DatabaseProblem } from '../errors.ts';
import { storageErrorCode } from './codes.ts';
import { firstPage } from './damage/file.ts';

const byCode: Record<string, DatabaseProblem> = {
  SQLITE_NOTADB: 'wrongKey',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_BUSY: 'inUse',
  SQLITE_LOCKED: 'inUse',
  SQLITE_CANTOPEN: 'noAccess',
  SQLITE_READONLY: 'noAccess',
  SQLITE_PERM: 'noAccess',
  EACCES: 'noAccess',
  EPERM: 'noAccess',
  EROFS: 'noAccess',
  SQLITE_FULL: 'diskFull',
  ENOSPC: 'diskFull',
};

/** Names what kept the database from being opened; an error of another kind is handed back as it is. */
export function toOpenError(error: unknown): Error {
  if (error instanceof DatabaseOpenError) return error;
  const problem = byCode[storageErrorCode(error)];
  return problem ? new DatabaseOpenError(problem, error) : (error as Error);
}

/** What a first page that is damaged looks like to SQLite, which reads there how to read all others. */
const PERHAPS_DAMAGE = new Set(['wrongKey', 'noAccess']);

/** {@link toOpenError}, for a database file that is there: damage to its first page is named as that. */
export function nameOpenError(error: unknown, file: string, key: Buffer): Error {
  const named = toOpenError(error);
  if (!(named instanceof DatabaseOpenError) || !PERHAPS_DAMAGE.has(named.problem)) return named;
  return isDamaged(file, key) ? new DatabaseOpenError('damaged', error) : named;
}

function isDamaged(file: string, key: Buffer): boolean {
  try {
    return firstPage(file, key) === 'damaged';
  } catch {
    // A file that cannot be read has its name already.
    return false;
  }
}
