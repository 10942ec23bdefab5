import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { DatabaseOpenError, toOpenError } from '#db/errors.ts';
import { type Database, openDatabase } from '#db/index.ts';
import { lockFolder } from '#db/lock.ts';
import { startCheckpointer } from './adapters/checkpointer.ts';
import { startQuickCheck } from './adapters/quickChecker.ts';
import { makeFolder } from './folders/make.ts';
import { refuseMoved } from './folders/moved.ts';
import { databaseFile } from './folders/places.ts';
import { isFull } from './folders/space.ts';
import { fileKeychain, type Keychain } from './keychain.ts';
import { migrationsFolder } from './root.ts';
import type { Signals } from './services/signals.ts';

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

const keyFile = z.object({ version: z.literal(1), kind: z.enum(['system', 'file']), key: z.string() });

/**
 * Opens a data folder, made if it does not exist, and locks it for this process.
 * Raises `DatabaseOpenError`: inUse, noAccess, diskFull, wrongKey (also a lost key), newerVersion, damaged; `MovedError`
 * where the data was moved elsewhere.
 * Migrations, if any are pending, happen between the two signals.
 */
export async function openDataFolder(
  path: string,
  keychain: Keychain = fileKeychain,
  signals?: Signals,
): Promise<DataFolder> {
  const { key, kind, unlock } = await lockDataFolder(path, keychain);
  try {
    const db = await openDatabase(databaseFile(path), key, {
      migrations: migrationsFolder,
      startCheckpointer,
      startCheck: startQuickCheck,
      ...(signals ? { aroundMigrations: migrationSignals(signals) } : {}),
    });
    return { path, db, key, keyInFile: kind === 'file', unlock };
  } catch (error) {
    unlock();
    throw orDiskFull(toOpenError(error), path);
  }
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

/** A receiver that refuses stops the migration before it has begun; afterwards none can. */
const migrationSignals = (signals: Signals) => ({
  before: (pending: string[]) => signals.send('preMigrate', { pending }),
  after: async (applied: string[]) => void (await signals.sendRobust('postMigrate', { applied })),
});

function prepareAndLock(path: string) {
  refuseMoved(path);
  prepare(path);
  try {
    return lockFolder(path);
  } catch (error) {
    throw toOpenError(error);
  }
}

/** Whatever the system has against a folder there (a file on the way, a place that takes none), it cannot be used. */
function prepare(path: string): void {
  try {
    makeFolder(path);
  } catch (error) {
    const known = toOpenError(error);
    throw known instanceof DatabaseOpenError ? known : new DatabaseOpenError('noAccess', error);
  }
}

/** The key of this folder; a new random one when the folder is new. Never a new one beside existing data. */
async function loadKey(path: string, keychain: Keychain): Promise<{ key: Buffer; kind: Keychain['kind'] }> {
  const file = join(path, 'key.json');
  if (!existsSync(file)) {
    if (existsSync(databaseFile(path))) throw new DatabaseOpenError('wrongKey');
    const key = randomBytes(32);
    const wrapped = await keychain.wrap(key);
    saveDurably(file, JSON.stringify({ version: 1, kind: keychain.kind, key: wrapped.toString('base64') }));
    return { key, kind: keychain.kind };
  }
  return unwrapped(readFileSync(file, 'utf8'), keychain);
}

/** A key that is no key, or that another computer's or account's keychain has wrapped, does not fit. */
async function unwrapped(text: string, keychain: Keychain): Promise<{ key: Buffer; kind: Keychain['kind'] }> {
  try {
    const { kind, key } = keyFile.parse(JSON.parse(text));
    const wrappedBy = kind === 'file' ? fileKeychain : keychain;
    if (wrappedBy.kind !== kind) throw new DatabaseOpenError('wrongKey');
    return { key: await wrappedBy.unwrap(Buffer.from(key, 'base64')), kind };
  } catch (error) {
    throw new DatabaseOpenError('wrongKey', error);
  }
}

/** Writes a file that is whole and on disk, or not there at all. */
function saveDurably(file: string, text: string): void {
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
  chmodSync(file, 0o600);
}
