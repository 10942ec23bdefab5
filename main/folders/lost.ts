import { existsSync, statSync } from 'node:fs';
import { databaseFile, keyFile, logFile } from './places.ts';
import { unfinished } from './saveDurably.ts';

/** Raised instead of making a new clinic where one has lost its database. */
export class LostDatabaseError extends Error {
  /** The database is there, with nothing in it. */
  readonly isEmpty: boolean;
  readonly hasKey: boolean;
  /** Bytes of the write-ahead log that is still there. */
  readonly logBytes: number;

  constructor({ isEmpty, hasKey, logBytes }: Pick<LostDatabaseError, 'isEmpty' | 'hasKey' | 'logBytes'>) {
    super('the database is gone, and what belongs to it is still there');
    this.name = 'LostDatabaseError';
    this.isEmpty = isEmpty;
    this.hasKey = hasKey;
    this.logBytes = logBytes;
  }
}

/**
 * Raises {@link LostDatabaseError} where a clinic's database is missing or empty; changes nothing.
 * A key gets its name only once its database is there (`dataKey.ts`), so a key without one has lost it, while a first start
 * that was killed leaves at most a key that is not named yet, and then goes on.
 */
export function refuseLost(folder: string): void {
  if (sizeOf(databaseFile(folder)) > 0) return;
  const isEmpty = existsSync(databaseFile(folder));
  const hasKey = existsSync(keyFile(folder));
  const logBytes = sizeOf(logFile(folder));
  const isStarting = existsSync(unfinished(keyFile(folder)));
  const isNew = !hasKey && logBytes === 0 && (!isEmpty || isStarting);
  if (!isNew) throw new LostDatabaseError({ isEmpty, hasKey, logBytes });
}

/**
 * Raises {@link LostDatabaseError} for a database in which nothing was ever stored, beside a key that was kept: what is
 * stored at the first start is in the file before the key gets its name.
 */
export function refuseUnused(folder: string): void {
  const hasKey = existsSync(keyFile(folder));
  if (hasKey) throw new LostDatabaseError({ isEmpty: true, hasKey, logBytes: sizeOf(logFile(folder)) });
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
