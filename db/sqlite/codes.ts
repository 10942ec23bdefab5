import type { StorageProblem } from '../errors.ts';

/** SQLite's own codes are known here and where the database is opened; everywhere else errors have our names. */

/** What the storage has against it, by code. */
export const storageProblems: Record<string, StorageProblem> = {
  SQLITE_FULL: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_IOERR: 'io',
  EIO: 'io',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  EMFILE: 'busy',
  ENFILE: 'busy',
  SQLITE_CANTOPEN: 'unreachable',
  SQLITE_READONLY: 'unreachable',
  SQLITE_PERM: 'unreachable',
  EROFS: 'unreachable',
};

/** The `code` of a SQLite or system error, without SQLite's extended part (`SQLITE_IOERR_WRITE` → `SQLITE_IOERR`). */
export function storageErrorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code;
}
