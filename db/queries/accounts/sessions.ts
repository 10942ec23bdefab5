import { eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { session } from '#db/schema/accounts/accounts.ts';
import { prepared } from '#db/sqlite/prepared.ts';

/** A session as it is stored, under the hash of its id. */
export type SessionRow = typeof session.$inferSelect;

const byHash = prepared((reader: Reader) =>
  reader
    .select()
    .from(session)
    .where(eq(session.idHash, sql.placeholder('hash')))
    .prepare(),
);

/** The session with this hash, over or not, or undefined. */
export async function getSession(reader: Reader, hash: string): Promise<SessionRow | undefined> {
  return byHash(reader).get({ hash });
}

/** Every session, over or not. */
export async function allSessions(reader: Reader): Promise<SessionRow[]> {
  return reader.select().from(session);
}

/** Stores a session in place of the one with its hash, if there is one. */
export async function putSession(tx: Writer, { idHash, ...values }: SessionRow): Promise<void> {
  await tx
    .insert(session)
    .values({ idHash, ...values })
    .onConflictDoUpdate({ target: session.idHash, set: values });
}

/** Removes a session. */
export async function deleteSession(tx: Writer, hash: string): Promise<void> {
  await tx.delete(session).where(eq(session.idHash, hash));
}

/** Removes every session. */
export async function deleteSessions(tx: Writer): Promise<void> {
  await tx.delete(session);
}
