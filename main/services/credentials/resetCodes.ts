import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/index.ts';
import { resetCode } from '#db/schema/index.ts';
import { keyedHash, plainCode, readableCode } from '../secrets.ts';
import type { UserRow } from '../users.ts';

const hashOf = (key: Buffer, userId: number, code: string) =>
  keyedHash(key, `reset code of ${userId}: ${plainCode(code)}`);

/** What the account is now; a code made for another state of it is void. */
const stampOf = (key: Buffer, row: UserRow) =>
  keyedHash(key, JSON.stringify([row.id, row.passwordHash, row.credentialVersion, row.lastSignInAt, row.email]));

/** Issues the one reset code of a user; any before it is void. */
export async function issueResetCode(tx: Writer, key: Buffer, row: UserRow, expiresAt: number): Promise<string> {
  const code = readableCode();
  const made = { codeHash: hashOf(key, row.id, code), stamp: stampOf(key, row), expiresAt };
  await tx
    .insert(resetCode)
    .values({ userId: row.id, ...made })
    .onConflictDoUpdate({ target: resetCode.userId, set: made });
  return code;
}

/** Spends a reset code: true once, while it holds and the account is as it was when the code was issued. */
export async function spendResetCode(
  tx: Writer,
  key: Buffer,
  row: UserRow,
  typed: { code: string; now: number },
): Promise<boolean> {
  const spent = await tx
    .delete(resetCode)
    .where(and(eq(resetCode.userId, row.id), eq(resetCode.codeHash, hashOf(key, row.id, typed.code))))
    .returning();
  return spent.some(({ stamp, expiresAt }) => expiresAt > typed.now && stamp === stampOf(key, row));
}

export async function removeResetCode(tx: Writer, userId: number): Promise<void> {
  await tx.delete(resetCode).where(eq(resetCode.userId, userId));
}
