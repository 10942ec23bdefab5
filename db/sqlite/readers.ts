import type { Connection } from './connection.ts';

/** So many connections stay open for reading. */
const KEPT = 8;
/**
 * So long a read waits for one of them before another is opened for it. Opening costs as much as dozens of reads, so that
 * waiting is nearly always faster; a read inside a read, or one beside exports, still does not wait for ever.
 */
const PATIENCE_MS = 20;

/** Connections for reading, lent to one read at a time. */
export interface Readers {
  take(): Promise<Connection>;
  /** Takes one back; `broken` ones are not lent again. */
  release(connection: Connection, broken?: boolean): void;
  /** Closes them; those that are lent are closed as they come back. */
  close(): void;
}

export function createReaders(open: () => Connection): Readers {
  const idle: Connection[] = [];
  const waiting: Array<(connection: Connection) => void> = [];
  let opened = 0;
  let closed = false;

  const openOne = () => {
    const connection = open();
    opened += 1;
    return connection;
  };
  const givenBack = () =>
    new Promise<Connection | null>((resolve) => {
      const take = (connection: Connection) => {
        clearTimeout(timer);
        resolve(connection);
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(take), 1);
        resolve(null);
      }, PATIENCE_MS);
      waiting.push(take);
    });

  return {
    async take() {
      return idle.pop() ?? (opened >= KEPT ? await givenBack() : null) ?? openOne();
    },
    release(connection, broken = false) {
      const next = broken || closed ? undefined : waiting.shift();
      if (next) return next(connection);
      if (!broken && !closed && opened <= KEPT) return void idle.push(connection);
      connection.sqlite.close();
      opened -= 1;
    },
    close() {
      closed = true;
      for (const connection of idle.splice(0)) connection.sqlite.close();
    },
  };
}
