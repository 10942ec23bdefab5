import { existsSync, statSync } from 'node:fs';
import type { Database, OpenOptions, StorageEvent } from '../engine.ts';
import { StorageError } from '../errors.ts';
import { storageProblem } from '../storage.ts';
import { serial } from '../tools/serial.ts';
import { type Connection, connect, settle } from './connection.ts';
import { lookBeforeOpening } from './damage/unfit.ts';
import { migrate, migrationState } from './migrate.ts';
import { nameOpenError } from './openError.ts';
import { createReaders } from './readers.ts';
import { markTermsCurrent } from './search/termsVersion.ts';
import { inTransaction } from './transaction.ts';
import { lastingWriter } from './writer.ts';

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
  const readers = createReaders(() => connect(file, key, { readonly: true }));
  const inTurn = serial();
  let check: ReturnType<NonNullable<typeof startCheck>> | undefined;

  const verify = async () => {
    check = startCheck?.(file, key);
    const faults = (await check?.ended) ?? [];
    if (faults.length > 0) throw new StorageError('damaged', new Error(faults.join('\n')));
  };
  const open = () => connect(file, key, { autoCheckpoint: startCheckpointer === undefined, mustExist: true });
  const writer = lastingWriter(first, { open, verify, version, inTurn, say });

  return {
    file,
    async read(queries) {
      const connection = await readers.take();
      try {
        const result = await inTransaction(connection, 'begin', queries);
        readers.release(connection);
        return result;
      } catch (error) {
        readers.release(connection, storageProblem(error) !== null);
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
        check?.stop();
        await checkpointer?.stop();
        readers.close();
        watcher.sqlite.close();
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
