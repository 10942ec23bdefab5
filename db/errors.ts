/** What can be wrong with a data folder's database before any call is served. */
export type DatabaseProblem =
  | 'wrongKey'
  | 'newerVersion'
  | 'damaged'
  | 'damagedLog'
  | 'inUse'
  | 'noAccess'
  | 'diskFull';

/** Which computer has a data folder open, and since when (UTC milliseconds). */
export interface LockOwner {
  host: string;
  since: number;
}

/** Raised by {@link openDatabase}; `problem` chooses the words a person reads. */
export class DatabaseOpenError extends Error {
  readonly problem: DatabaseProblem;
  /** Who has it open, when that is the problem and is known. */
  readonly owner: LockOwner | undefined;

  constructor(problem: DatabaseProblem, cause?: unknown, owner?: LockOwner) {
    super(`the database cannot be opened: ${problem}`, { cause });
    this.name = 'DatabaseOpenError';
    this.problem = problem;
    this.owner = owner;
  }
}

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

/** The `code` of a SQLite or system error, without SQLite's extended part (`SQLITE_IOERR_WRITE` → `SQLITE_IOERR`). */
export function storageErrorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code;
}

export function toOpenError(error: unknown): Error {
  if (error instanceof DatabaseOpenError) return error;
  const problem = byCode[storageErrorCode(error)];
  return problem ? new DatabaseOpenError(problem, error) : (error as Error);
}
