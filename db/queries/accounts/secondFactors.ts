import { and, eq, lt } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { secondFactor } from '#db/schema/accounts/credentials.ts';

/** The authenticator of a user; it counts once confirmed. */
export type SecondFactor = typeof secondFactor.$inferSelect;

/** The authenticator of a user, confirmed or not, or undefined. */
export async function getSecondFactor(reader: Reader, userId: number): Promise<SecondFactor | undefined> {
  return reader.select().from(secondFactor).where(eq(secondFactor.userId, userId)).get();
}

/** Stores the authenticator of a user in place of any before it. */
export async function putSecondFactor(tx: Writer, { userId, ...values }: SecondFactor): Promise<void> {
  await tx
    .insert(secondFactor)
    .values({ userId, ...values })
    .onConflictDoUpdate({ target: secondFactor.userId, set: values });
}

/** Marks a time step and all before it as used. False when it was used already. */
export async function markStepUsed(tx: Writer, userId: number, step: number): Promise<boolean> {
  const used = await tx
    .update(secondFactor)
    .set({ lastStep: step })
    .where(and(eq(secondFactor.userId, userId), lt(secondFactor.lastStep, step)))
    .returning({ id: secondFactor.userId });
  return used.length > 0;
}

/** From now on the authenticator of this user counts. */
export async function confirmSecondFactor(tx: Writer, userId: number, now: number): Promise<void> {
  await tx.update(secondFactor).set({ confirmedAt: now }).where(eq(secondFactor.userId, userId));
}

/** Removes the authenticator of a user, if there is one. */
export async function deleteSecondFactor(tx: Writer, userId: number): Promise<void> {
  await tx.delete(secondFactor).where(eq(secondFactor.userId, userId));
}
