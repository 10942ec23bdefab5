import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { Reader, Writer } from '../engine.ts';
import * as schema from '../schema/index.ts';

type Drizzle = BetterSQLite3Database<typeof schema>;

/** SQLite itself; used inside `db/` only, for what is SQLite's own (search, bulk loading). */
export type SqliteConnection = Sqlite.Database;

export interface Connection {
  readonly sqlite: SqliteConnection;
  readonly orm: Drizzle;
}

/** Under which a reader or writer hands out the connection beneath it. */
const CONNECTION = Symbol('connection');

/** The connection beneath a reader or writer. Raises when it was lent to a transaction that is over. */
export function beneath(reader: Reader): Connection {
  const connection: Connection | undefined = Reflect.get(reader, CONNECTION);
  if (!connection) throw new Error('not a reader of this database');
  return connection;
}

/** The SQLite connection {@link beneath}. For `db/` only: nothing outside writes SQLite's own SQL. */
export const sqliteBeneath = (reader: Reader): SqliteConnection => beneath(reader).sqlite;

/**
 * A connection for one transaction. After `end` whoever kept it is refused: what they ask for would be answered from, or
 * written into, the transaction of somebody else.
 */
export function lend({ orm }: Connection): { tx: Writer; end(): void } {
  let isOver = false;
  const get = (_: Writer, name: string | symbol) => {
    if (isOver) throw new Error('this transaction is over; whatever belongs to it must be awaited inside it');
    return Reflect.get(orm, name);
  };
  return {
    tx: new Proxy<Writer>(orm, { get }),
    end() {
      isOver = true;
    },
  };
}

/**
 * AEGIS-256 (of the CAESAR competition's final portfolio; draft-irtf-cfrg-aegis-aead): every page is authenticated, and its
 * nonce of 256 bits may be random for ever. With the processor's AES instructions, which clinics' computers have, reading
 * and writing pages costs hardly more than without encryption; ChaCha20-Poly1305 made a save a fifth slower.
 */
const CIPHER = 'aegis';

/** Decrypted pages a connection keeps at most; taken only as far as a database is that large. */
const CACHE_KIB = 128 * 1024;

export interface ConnectOptions {
  readonly?: boolean | undefined;
  /** False where another thread moves the write-ahead log into the database, see `checkpointing.ts`. */
  autoCheckpoint?: boolean | undefined;
  /** Never makes a file where there is none: for a database that was open already. */
  mustExist?: boolean | undefined;
}

/**
 * Opens one encrypted connection. `key` is the 256-bit data key itself, so no key derivation costs start-up time.
 * Raises SQLite's error when the key does not fit (`SQLITE_NOTADB`).
 */
export function connect(file: string, key: Buffer, options: ConnectOptions = {}): Connection {
  const sqlite = new Sqlite(file, { readonly: options.readonly ?? false, fileMustExist: options.mustExist ?? false });
  try {
    sqlite.pragma(`cipher = '${CIPHER}'`);
    sqlite.pragma(`key = 'raw:${key.toString('hex')}'`);
    sqlite.pragma('busy_timeout = 5000');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('mmap_size = 0');
    sqlite.pragma('temp_store = MEMORY');
    sqlite.pragma(`cache_size = -${CACHE_KIB}`);
    if (options.readonly) {
      sqlite.pragma('query_only = ON');
    } else {
      sqlite.pragma('journal_mode = WAL');
      sqlite.pragma('synchronous = FULL');
      if (options.autoCheckpoint === false) sqlite.pragma('wal_autocheckpoint = 0');
    }
    sqlite.prepare('select count(*) from sqlite_schema').get();
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const connection = { sqlite, orm: drizzle(sqlite, { schema }) };
  Reflect.set(connection.orm, CONNECTION, connection);
  return connection;
}

/** Moves all that the write-ahead log holds into the database file and empties the log; for a new database, which is small. */
export function settle({ sqlite }: Connection): void {
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}
