import { storageErrorCode } from './errors.ts';

/**
 * What the storage can have against a piece of work while the program runs.
 * - `unknownOutcome`: the disk failed while a change was committed; it may be kept or not
 * - `checking`: after such a failure nothing is written until the database was looked through
 */
export type StorageProblem = 'full' | 'io' | 'damaged' | 'busy' | 'unreachable' | 'unknownOutcome' | 'checking';

/** A storage problem that SQLite has no code for. */
export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause?: unknown) {
    super(`storage: ${problem}`, { cause });
    this.name = 'StorageError';
    this.problem = problem;
  }
}

const byCode: Record<string, StorageProblem> = {
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

/** What the storage had against it; null when the error has nothing to do with storage. */
export function storageProblem(error: unknown): StorageProblem | null {
  if (error instanceof StorageError) return error.problem;
  const problem = byCode[storageErrorCode(error)];
  if (problem || !(error instanceof Error)) return problem ?? null;
  return error.cause instanceof Error ? storageProblem(error.cause) : null;
}

/** True when nothing can be written at the moment although it may well be read: reading and signing in go on. */
export function isUnwritable(error: unknown): boolean {
  const problem = storageProblem(error);
  return problem !== null && problem !== 'busy' && problem !== 'damaged';
}
