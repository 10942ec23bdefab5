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

/**
 * What the storage can have against a piece of work while the program runs.
 * - `unknownOutcome`: the disk failed while a change was committed; it may be kept or not
 * - `checking`: after such a failure nothing is written until the database was looked through
 */
export type StorageProblem = 'full' | 'io' | 'damaged' | 'busy' | 'unreachable' | 'unknownOutcome' | 'checking';

/** A storage problem that no failed statement tells of by itself. */
export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause?: unknown) {
    super(`storage: ${problem}`, { cause });
    this.name = 'StorageError';
    this.problem = problem;
  }
}
