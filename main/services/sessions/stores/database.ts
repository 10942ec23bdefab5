import { eq, sql } from 'drizzle-orm';
import { Keyv } from 'keyv';
import { type Database, prepared, type Reader } from '#db/index.ts';
import { session } from '#db/schema/index.ts';
import { untilCommit } from '#db/untilCommit.ts';
import type { KeyvRecord, SessionStore, StoredSession } from '../store.ts';

const byHash = prepared((reader: Reader) =>
  reader
    .select()
    .from(session)
    .where(eq(session.idHash, sql.placeholder('hash')))
    .prepare(),
);

/** Sessions in the clinic's own encrypted database, a row each. */
export function databaseStore(db: Database): SessionStore {
  const rowOf = untilCommit(db, (reader, hash: string) => byHash(reader).get({ hash }));
  const adapter = {
    opts: {},
    on: () => adapter,
    get: async (hash: string) => {
      const row = await rowOf(hash);
      return row && { value: row };
    },
    set: (idHash: string, { value }: KeyvRecord) => {
      const row = value as StoredSession;
      return db.write(async (tx) => {
        await tx
          .insert(session)
          .values({ idHash, ...row })
          .onConflictDoUpdate({ target: session.idHash, set: row });
      });
    },
    delete: async (hash: string) => {
      const gone = await db.write(async (tx) =>
        tx.delete(session).where(eq(session.idHash, hash)).returning({ hash: session.idHash }),
      );
      return gone.length > 0;
    },
    clear: () => db.write(async (tx) => void (await tx.delete(session))),
  };
  const keyv = new Keyv({ store: adapter, useKeyPrefix: false, throwOnErrors: true });
  // Rows have columns of their own, so nothing is turned into text on the way.
  keyv.serialize = undefined;
  keyv.deserialize = undefined;
  return {
    keyv,
    async *all() {
      const rows = await db.read(async (reader) => reader.select().from(session));
      for (const row of rows) yield [row.idHash, row];
    },
  };
}
