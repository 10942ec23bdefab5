import type { StorageEvent, Writer } from '../engine.ts';
import { StorageError } from '../errors.ts';
import { storageProblem } from '../storage.ts';
import { growingDelay } from '../tools/growingDelay.ts';
import { type Connection, settle } from './connection.ts';
import { statement } from './prepared.ts';
import { inTransaction } from './transaction.ts';

interface WriterNeeds {
  open(): Connection;
  /** Looks through the database; raises what is wrong with it. */
  verify(): Promise<void>;
  /** Changes with every commit that readers see. */
  version(): number;
  /** Runs work while nobody else writes. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  say(event: StorageEvent): void;
}

/**
 * The one connection that writes. After an I/O error nobody knows what it has left on the disk, and a second sync on the
 * same descriptor would answer "done" for pages that the system has dropped. So it is closed, and nothing is written
 * until the database was looked through and another connection has written and synced.
 */
export function lastingWriter(first: Connection, needs: WriterNeeds) {
  const delay = growingDelay();
  let connection: Connection | null = first;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const later = (event: StorageEvent['event'], error: unknown) => {
    if (closed) return;
    const nextInMs = delay();
    timer = setTimeout(() => void reopen(), nextInMs).unref();
    needs.say({ event, error, nextInMs });
  };
  const lose = (lost: Connection, error: unknown) => {
    connection = null;
    later('writing stopped', error);
    lost.sqlite.close();
  };
  const reopen = async () => {
    try {
      await needs.verify();
      await needs.inTurn(async () => {
        if (!closed) connection = proven(needs.open(), needs.version);
      });
      if (connection) needs.say({ event: 'writing again' });
    } catch (error) {
      later('writing not possible yet', error);
    }
  };

  return {
    get isWriting() {
      return connection !== null;
    },
    /** Raises `checking` while nothing may be written, and `unknownOutcome` when the disk fails at the commit. */
    async run<T>(changes: (tx: Writer) => Promise<T>): Promise<T> {
      const used = connection;
      if (!used) throw new StorageError('checking');
      let isDone = false;
      try {
        return await inTransaction(used, 'begin immediate', async (tx) => {
          const result = await changes(tx);
          isDone = true;
          return result;
        });
      } catch (error) {
        if (storageProblem(error) !== 'io') throw error;
        lose(used, error);
        throw isDone ? new StorageError('unknownOutcome', error) : error;
      }
    },
    settle() {
      if (connection) settle(connection);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      connection?.sqlite.close();
    },
  };
}

/**
 * A commit that changes nothing shows that writing and syncing work, and that readers look at the same file. It also takes
 * the place in the log of the change whose commit had failed, so that no later start can bring that one back.
 */
function proven(opened: Connection, version: () => number): Connection {
  try {
    const before = version();
    const { user_version } = opened.sqlite.prepare('pragma user_version').get() as { user_version: number };
    statement(opened.orm, 'begin immediate').run();
    opened.sqlite.exec(`pragma user_version = ${user_version}`);
    statement(opened.orm, 'commit').run();
    if (version() === before) throw new StorageError('unreachable');
    return opened;
  } catch (error) {
    opened.sqlite.close();
    throw error;
  }
}
