import {
  type Database,
  DatabaseOpenError,
  lockFolder,
  logDamage,
  type OpenOptions,
  openDatabase,
  toOpenError,
} from '#db/index.ts';
import { startCheckpointer } from '../adapters/checkpointer.ts';
import { startQuickCheck } from '../adapters/quickChecker.ts';
import { migrationsFolder } from '../root.ts';
import { keepKey, loadKey } from './dataKey.ts';
import { fileKeychain, type Keychain } from './keychain.ts';
import { refuseLost, refuseUnused } from './lost.ts';
import { makeFolder } from './make.ts';
import { refuseMoved } from './moved.ts';
import { databaseFile, logFile } from './places.ts';
import { keepPrivate } from './private.ts';
import { isFull } from './space.ts';

/** An open data folder: nobody else has it open meanwhile. */
export interface DataFolder {
  readonly path: string;
  readonly db: Database;
  /** The data key, for workers that open connections of their own. */
  readonly key: Buffer;
  readonly keyInFile: boolean;
  /** To be called after the database is closed. */
  unlock(): void;
}

/**
 * Opens a data folder, made if it does not exist, and locks it for this process.
 * Raises `DatabaseOpenError`: inUse, noAccess, diskFull, wrongKey (also a lost key), newerVersion, damaged, damagedLog; `MovedError`
 * where the data was moved elsewhere; `LostDatabaseError` where the database is gone from beside its key or log.
 * Migrations, if any are pending, happen between the two calls of `aroundMigrations`.
 */
export async function openDataFolder(
  path: string,
  keychain: Keychain = fileKeychain,
  aroundMigrations?: OpenOptions['aroundMigrations'],
): Promise<DataFolder> {
  const { key, kind, unlock } = await lockDataFolder(path, keychain);
  try {
    refuseDamagedLog(path);
    const db = await openDatabase(databaseFile(path), key, {
      migrations: migrationsFolder,
      startCheckpointer,
      startCheck: startQuickCheck,
      foundUnused: () => refuseUnused(path),
      ...(aroundMigrations && { aroundMigrations }),
    });
    keepKey(path);
    return { path, db, key, keyInFile: kind === 'file', unlock };
  } catch (error) {
    unlock();
    throw orDiskFull(toOpenError(error), path);
  }
}

/** SQLite would go on without what stands behind the damage, and soon write over it. */
function refuseDamagedLog(path: string): void {
  if (logDamage(logFile(path))?.isCertain) throw new DatabaseOpenError('damagedLog');
}

/** SQLite meets a full disk in many ways and words; what it cannot name on such a disk is that. */
const orDiskFull = (error: Error, path: string) =>
  error instanceof DatabaseOpenError || !isFull(path) ? error : new DatabaseOpenError('diskFull', error);

/** Locks a data folder and gets its key, but leaves the database closed. Raises as {@link openDataFolder} does. */
export async function lockDataFolder(path: string, keychain: Keychain = fileKeychain) {
  const lock = prepareAndLock(path);
  try {
    return { ...(await loadKey(path, keychain)), unlock: lock.release };
  } catch (error) {
    lock.release();
    throw toOpenError(error);
  }
}

function prepareAndLock(path: string) {
  refuseMoved(path);
  try {
    refuseLost(path);
    prepare(path);
    return lockFolder(path);
  } catch (error) {
    throw toOpenError(error);
  }
}

/** Whatever the system has against a folder there (a file on the way, a place that takes none), it cannot be used. */
function prepare(path: string): void {
  try {
    makeFolder(path);
    keepPrivate(path);
  } catch (error) {
    const known = toOpenError(error);
    throw known instanceof DatabaseOpenError ? known : new DatabaseOpenError('noAccess', error);
  }
}
