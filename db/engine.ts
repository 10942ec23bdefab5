import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema/index.ts';

/** What an engine beneath the tables promises; SQLite's is in `sqlite/`. */

type Tables = BetterSQLite3Database<typeof schema>;

/** What a reader may do. Every `await` in one `read` sees the same snapshot. */
export type Reader = Pick<Tables, 'select' | 'selectDistinct' | 'query' | '$count' | 'with'>;

/** What a writer may do, inside its transaction. */
export type Writer = Reader & Pick<Tables, 'insert' | 'update' | 'delete'>;

/** What happens to the storage while the program runs, for the log and for those who read what is kept. */
export interface StorageEvent {
  event: 'checkpointer ended' | 'writing stopped' | 'writing not possible yet' | 'writing again';
  error?: unknown;
  /** When the next try is due. */
  nextInMs?: number;
}

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
