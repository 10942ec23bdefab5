import { StorageError, type StorageProblem } from './errors.ts';
import { storageErrorCode, storageProblems } from './sqlite/codes.ts';

/** What the storage had against it; null when the error has nothing to do with storage. */
export function storageProblem(error: unknown): StorageProblem | null {
  if (error instanceof StorageError) return error.problem;
  const problem = storageProblems[storageErrorCode(error)];
  if (problem || !(error instanceof Error)) return problem ?? null;
  return error.cause instanceof Error ? storageProblem(error.cause) : null;
}

/** True when nothing can be written at the moment although it may well be read: reading and signing in go on. */
export function isUnwritable(error: unknown): boolean {
  const problem = storageProblem(error);
  return problem !== null && problem !== 'busy' && problem !== 'damaged';
}
