import { and, eq, lte } from 'drizzle-orm';
import type { Writer } from '#db/index.ts';
import { resetCode } from '#db/schema/accounts/credentials.ts';

/** The one reset code of a user; only its keyed hash is stored. */
export type ResetCode = typeof resetCode.$inferSelect;

/** Stores the reset code of a user in place of any before it. */
export async function putResetCode(tx: Writer, { userId, ...values }: ResetCode): Promise<void> {
  await tx
    .insert(resetCode)
    .values({ userId, ...values })
    .onConflictDoUpdate({ target: resetCode.userId, set: values });
}

/** Removes the user's reset code if it has this hash, and answers it as it was; undefined when it has not. */
export async function takeResetCode(tx: Writer, userId: number, codeHash: string): Promise<ResetCode | undefined> {
  const [taken] = await tx
    .delete(resetCode)
    .where(and(eq(resetCode.userId, userId), eq(resetCode.codeHash, codeHash)))
    .returning();
  return taken;
}

/** Removes the reset code of a user, if there is one. */
export async function deleteResetCode(tx: Writer, userId: number): Promise<void> {
  await tx.delete(resetCode).where(eq(resetCode.userId, userId));
}

/** Removes the reset codes that do not hold any more at `now`. */
export async function deleteExpiredResetCodes(tx: Writer, now: number): Promise<void> {
  await tx.delete(resetCode).where(lte(resetCode.expiresAt, now));
}
