import { type Connection, connect, type Reader, type Writer } from './connection.ts';
import { migrate, migrationState } from './migrate.ts';
import { nameOpenError } from './openError.ts';
import { statement } from './prepared.ts';
import { markTermsCurrent } from './search/termsVersion.ts';
import { serial } from './serial.ts';

export type { Reader, Writer } from './connection.ts';
export { DatabaseOpenError, type DatabaseProblem, storageErrorCode } from './errors.ts';

const READERS_KEPT = 4;

/** The clinic's encrypted database. */
export interface Database {
  readonly file: string;
  /** Runs queries on one snapshot: nothing half-written is seen, whatever is written meanwhile. */
  read<T>(queries: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs changes, one writer at a time. All of them are on disk when the promise resolves;
   * none is kept when it rejects.
   */
  write<T>(changes: (tx: Writer) => Promise<T>): Promise<T>;
  /**
   * Gives the turn to write away while `work` runs: a worker thread writes through a connection of its own, and the
   * writes asked for here meanwhile wait for their turn instead of blocking this thread on SQLite's lock.
   */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** A number that is another one after every commit, whoever made it: this program, its threads or the command line. */
  version(): number;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The folder that holds the generated migrations. */
  migrations: string;
  /** Starts what checkpoints in a thread of its own while the database is open; without it commits do it themselves. */
  startCheckpointer?: ((file: string, key: Buffer) => { stop(): Promise<unknown> }) | undefined;
  /** Called around the pending migrations, with their names; not at all when there are none. */
  aroundMigrations?: { before(pending: string[]): Promise<void>; after(applied: string[]): Promise<void> };
}

/**
 * Opens (or creates) the database at `file`, brings it to this program's version, and keeps it open.
 * `key` is the 256-bit data key. Raises {@link DatabaseOpenError} with a `problem` a person can act on.
 */
export async function openDatabase(file: string, key: Buffer, options: OpenOptions): Promise<Database> {
  const { startCheckpointer } = options;
  const writer = await openForWriting(file, key, options);
  const checkpointer = startCheckpointer?.(file, key);
  // SQLite counts for each connection what others commit, so this one never writes.
  const watcher = connect(file, key, { readonly: true });
  const dataVersion = watcher.sqlite.prepare('pragma data_version').pluck();
  const idle: Connection[] = [];
  const inTurn = serial();
  let closed = false;

  const release = (connection: Connection) => {
    if (closed || idle.length >= READERS_KEPT) connection.sqlite.close();
    else idle.push(connection);
  };

  return {
    file,
    async read(queries) {
      const connection = idle.pop() ?? connect(file, key, { readonly: true });
      try {
        return await inTransaction(connection, 'begin', () => queries(connection.orm));
      } finally {
        release(connection);
      }
    },
    write: (changes) => inTurn(() => inTransaction(writer, 'begin immediate', () => changes(writer.orm))),
    exclusive: inTurn,
    version: () => dataVersion.get() as number,
    close: () =>
      inTurn(async () => {
        closed = true;
        await checkpointer?.stop();
        for (const connection of [watcher, ...idle.splice(0)]) connection.sqlite.close();
        writer.sqlite.close();
      }),
  };
}

async function openForWriting(file: string, key: Buffer, options: OpenOptions): Promise<Connection> {
  try {
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
  // Nobody is in a new database who could be known by older terms.
  if (applied === 0) markTermsCurrent(connection.orm);
  await aroundMigrations?.after(pending);
}

async function inTransaction<T>(connection: Connection, begin: string, work: () => Promise<T>): Promise<T> {
  statement(connection.orm, begin).run();
  try {
    const result = await work();
    statement(connection.orm, 'commit').run();
    return result;
  } catch (error) {
    if (connection.sqlite.inTransaction) connection.sqlite.exec('rollback');
    throw error;
  }
}

export { prepared } from './prepared.ts';
