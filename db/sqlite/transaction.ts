import type { Writer } from '../engine.ts';
import { type Connection, lend } from './connection.ts';
import { statement } from './prepared.ts';

/** Runs work between `begin` and a commit, on a `tx` for it alone; nothing of it is kept when either fails. */
export async function inTransaction<T>(
  connection: Connection,
  begin: string,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  statement(connection.orm, begin).run();
  const { tx, end } = lend(connection);
  try {
    const result = await work(tx);
    end();
    statement(connection.orm, 'commit').run();
    return result;
  } catch (error) {
    end();
    rollBack(connection);
    throw error;
  }
}

/** What failed before is what is told, also where the disk does not even let the transaction be taken back. */
function rollBack({ sqlite }: Connection): void {
  try {
    if (sqlite.inTransaction) sqlite.exec('rollback');
  } catch {
    // Whoever used this connection gives it up after an I/O error.
  }
}
