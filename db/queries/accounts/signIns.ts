import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { journalOf } from '#db/queries/system/journal.ts';
import { signInAttempt } from '#db/schema/accounts/accounts.ts';

/** A try to sign in, with what came of it. */
export type SignIn = typeof signInAttempt.$inferSelect;
export type NewSignIn = Omit<typeof signInAttempt.$inferInsert, 'id'>;

/** Writes a try to sign in down. */
export async function insertSignIn(tx: Writer, values: NewSignIn): Promise<void> {
  await tx.insert(signInAttempt).values(values);
}

/** A page of somebody's tries to sign in, newest first; `before` is the id of the last one of the page before. */
export async function signInsOf(
  reader: Reader,
  userId: number,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<SignIn[]> {
  const older = before === undefined ? undefined : lt(signInAttempt.id, before);
  return reader
    .select()
    .from(signInAttempt)
    .where(and(eq(signInAttempt.userId, userId), older))
    .orderBy(desc(signInAttempt.id))
    .limit(limit);
}

/** Everybody's tries to sign in, by time, as Administration reads them. */
export const signInJournal = journalOf(signInAttempt, {
  outcome: (value: string) => ({ column: signInAttempt.outcome, of: (column) => eq(column, value) }),
  userId: (value: number) => ({ column: signInAttempt.userId, of: (column) => eq(column, value) }),
  userIds: (values: number[]) => ({ column: signInAttempt.userId, of: (column) => inArray(column, values) }),
});
