import { and, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { recoveryCode } from '#db/schema/accounts/credentials.ts';

const unused = (userId: number) => and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt));

/** Gives a user these recovery codes, of which only hashes are stored, in place of all before them. */
export async function replaceRecoveryCodes(tx: Writer, userId: number, codeHashes: string[]): Promise<void> {
  await deleteRecoveryCodes(tx, userId);
  await tx.insert(recoveryCode).values(codeHashes.map((codeHash) => ({ userId, codeHash })));
}

/** Marks a code as used. Whether there was an unused one with this hash. */
export async function markCodeUsed(tx: Writer, userId: number, codeHash: string, now: number): Promise<boolean> {
  const used = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(unused(userId), eq(recoveryCode.codeHash, codeHash)))
    .returning({ id: recoveryCode.id });
  return used.length > 0;
}

/** How many unused codes a user has. */
export async function countRecoveryCodes(reader: Reader, userId: number): Promise<number> {
  return reader.$count(recoveryCode, unused(userId));
}

/** Removes all recovery codes of a user, used ones too. */
export async function deleteRecoveryCodes(tx: Writer, userId: number): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
}
