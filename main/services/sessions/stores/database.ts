import { Keyv } from 'keyv';
import { type Database, isUnwritable } from '#db/index.ts';
import { allSessions, deleteSession, deleteSessions, getSession, putSession } from '#db/queries/accounts/sessions.ts';
import { untilCommit } from '#db/tools/untilCommit.ts';
import type { KeyvRecord, SessionStore, StoredSession } from '../store.ts';

/**
 * Sessions in the clinic's own encrypted database, a row each. What a disk that takes nothing does not keep is kept in
 * memory, so that people can sign in and out all the same; it ends with the program.
 */
export function databaseStore(db: Database): SessionStore {
  /** Sessions that are not as they are stored; null for those that ended. */
  const unsaved = new Map<string, StoredSession | null>();
  const keep = async (hash: string, state: StoredSession | null, write: () => Promise<void>) => {
    try {
      await write();
      unsaved.delete(hash);
    } catch (error) {
      if (!isUnwritable(error)) throw error;
      unsaved.set(hash, state);
    }
  };
  const rowOf = untilCommit(db, getSession);
  const adapter = {
    opts: {},
    on: () => adapter,
    get: async (hash: string) => {
      const row = unsaved.has(hash) ? unsaved.get(hash) : await rowOf(hash);
      return row ? { value: row } : undefined;
    },
    set: (idHash: string, { value }: KeyvRecord) => {
      const row = value as StoredSession;
      return keep(idHash, row, () => db.write((tx) => putSession(tx, { idHash, ...row })));
    },
    delete: async (hash: string) => {
      const wasThere = (await adapter.get(hash)) !== undefined;
      await keep(hash, null, () => db.write((tx) => deleteSession(tx, hash)));
      return wasThere;
    },
    clear: () => db.write(deleteSessions),
  };
  const keyv = new Keyv({ store: adapter, useKeyPrefix: false, throwOnErrors: true });
  // Rows have columns of their own, so nothing is turned into text on the way.
  keyv.serialize = undefined;
  keyv.deserialize = undefined;
  return {
    keyv,
    async *all() {
      const rows = await db.read(allSessions);
      for (const row of rows) if (!unsaved.has(row.idHash)) yield [row.idHash, row];
      for (const [hash, row] of unsaved) if (row) yield [hash, row];
    },
  };
}
