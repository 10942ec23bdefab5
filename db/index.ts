import { existsSync, statSync } from 'node:fs';
import { type Connection, connect, type Reader, settle, type Writer } from './connection.ts';
import { lookBeforeOpening } from './damage/unfit.ts';
import { migrate, migrationState } from './migrate.ts';
import { nameOpenError } from './openError.ts';
import { markTermsCurrent } from './search/termsVersion.ts';
import { serial } from './serial.ts';
import { StorageError, storageProblem } from './storage.ts';
import { inTransaction } from './transaction.ts';
import { lastingWriter, type StorageEvent } from './writer.ts';

export type { Reader, Writer } from './connection.ts';
export { DatabaseOpenError, storageErrorCode } from './errors.ts';
export { isUnwritable, StorageError, type StorageProblem, storageProblem } from './storage.ts';
export type { StorageEvent } from './writer.ts';

const READERS_KEPT = 4;

/** The clinic's encrypted database. */
export interface Database {
  readonly file: string;
  /** Runs queries on one snapshot: nothing half-written is seen, whatever is written meanwhile. */
  read<T>(queries: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs changes, one writer at a time. All of them are on disk when the promise resolves;
   * none is kept when it rejects -- except with the storage problem `unknownOutcome`, after which nobody knows before the
   * database was looked through. Until then every change is refused with the problem `checking`.
   */
  write<T>(changes: (tx: Writer) => Promise<T>): Promise<T>;
  /**
   * Gives the turn to write away while `work` runs: a worker thread writes through a connection of its own, and the
   * writes asked for here meanwhile wait for their turn instead of blocking this thread on SQLite's lock.
   */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Moves all that was written into the database file and empties the log; takes long where much was written. */
  settle(): Promise<void>;
  /** A number that is another one after every commit, whoever made it: this program, its threads or the command line. */
  version(): number;
  /** False from an I/O error on, until the database was looked through and can be written again. */
  readonly isWriting: boolean;
  /** Tells what happens to the storage from now on. */
  follow(listener: (event: StorageEvent) => void): void;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The folder that holds the generated migrations. */
  migrations: string;
  /** Starts what checkpoints in a thread of its own while the database is open; without it commits do it themselves. */
  startCheckpointer?:
    | ((
        file: string,
        key: Buffer,
        ended: (error: Error | null, nextInMs: number) => void,
      ) => { stop(): Promise<unknown> })
    | undefined;
  /** Looks through the database away from this thread after an I/O error; answers what is wrong. */
  startCheck?: ((file: string, key: Buffer) => { ended: Promise<string[]>; stop(): void }) | undefined;
  /** Called where the file is there and nothing was ever stored in it; what it raises ends the opening. */
  foundUnused?: () => void;
  /** Called around the pending migrations, with their names; not at all when there are none. */
  aroundMigrations?: { before(pending: string[]): Promise<void>; after(applied: string[]): Promise<void> };
}

/**
 * Opens (or creates) the database at `file`, brings it to this program's version, and keeps it open.
 * `key` is the 256-bit data key. Raises {@link DatabaseOpenError} with a `problem` a person can act on.
 */
export async function openDatabase(file: string, key: Buffer, options: OpenOptions): Promise<Database> {
  const { startCheckpointer, startCheck } = options;
  const first = await openForWriting(file, key, options);
  const listeners: Array<(event: StorageEvent) => void> = [];
  const say = (event: StorageEvent) => {
    for (const listener of listeners) listener(event);
  };
  const checkpointer = startCheckpointer?.(file, key, (error, nextInMs) =>
    say({ event: 'checkpointer ended', error, nextInMs }),
  );
  // SQLite counts for each connection what others commit, so this one never writes.
  const watcher = connect(file, key, { readonly: true });
  const dataVersion = watcher.sqlite.prepare('pragma data_version').pluck();
  const version = () => dataVersion.get() as number;
  const idle: Connection[] = [];
  const inTurn = serial();
  let closed = false;
  let check: ReturnType<NonNullable<typeof startCheck>> | undefined;

  const verify = async () => {
    check = startCheck?.(file, key);
    const faults = (await check?.ended) ?? [];
    if (faults.length > 0) throw new StorageError('damaged', new Error(faults.join('\n')));
  };
  const open = () => connect(file, key, { autoCheckpoint: startCheckpointer === undefined, mustExist: true });
  const writer = lastingWriter(first, { open, verify, version, inTurn, say });

  const release = (connection: Connection) => {
    if (closed || idle.length >= READERS_KEPT) connection.sqlite.close();
    else idle.push(connection);
  };

  return {
    file,
    async read(queries) {
      const connection = idle.pop() ?? connect(file, key, { readonly: true });
      try {
        const result = await inTransaction(connection, 'begin', () => queries(connection.orm));
        release(connection);
        return result;
      } catch (error) {
        if (storageProblem(error)) connection.sqlite.close();
        else release(connection);
        throw error;
      }
    },
    write: (changes) => inTurn(() => writer.run(changes)),
    exclusive: (work) =>
      inTurn(() => {
        if (!writer.isWriting) throw new StorageError('checking');
        return work();
      }),
    settle: () => inTurn(async () => writer.settle()),
    version,
    get isWriting() {
      return writer.isWriting;
    },
    follow: (listener) => void listeners.push(listener),
    close: () =>
      inTurn(async () => {
        closed = true;
        check?.stop();
        await checkpointer?.stop();
        for (const connection of [watcher, ...idle.splice(0)]) connection.sqlite.close();
        writer.close();
      }),
  };
}

async function openForWriting(file: string, key: Buffer, options: OpenOptions): Promise<Connection> {
  try {
    if (existsSync(file) && statSync(file).size > 0 && !lookBeforeOpening(file, key).isUsed) options.foundUnused?.();
    const connection = connect(file, key, { autoCheckpoint: options.startCheckpointer === undefined });
    try {
      await applyMigrations(connection, options);
      return connection;
    } catch (error) {
      connection.sqlite.close();
      throw error;
    }
  } catch (error) {
    throw nameOpenError(error, file, key);
  }
}

async function applyMigrations(connection: Connection, { migrations, aroundMigrations }: OpenOptions): Promise<void> {
  const { applied, pending } = migrationState(connection, migrations);
  if (pending.length === 0) return;
  await aroundMigrations?.before(pending);
  migrate(connection, migrations);
  if (applied === 0) {
    // Nobody is in a new database who could be known by older terms.
    markTermsCurrent(connection.orm);
    // A log that is lost must not leave a database in which nothing was ever stored.
    settle(connection);
  }
  await aroundMigrations?.after(pending);
}

export { prepared } from './prepared.ts';
