import { and, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { recoveryCode } from '#db/schema/index.ts';
import { keyedHash, plainCode, readableCode } from '../secrets.ts';

const CODES = 10;

const hashOf = (key: Buffer, userId: number, code: string) =>
  keyedHash(key, `recovery code of ${userId}: ${plainCode(code)}`);

/** Makes ten new codes, shown this once; older ones are void. */
export async function newRecoveryCodes(tx: Writer, key: Buffer, userId: number): Promise<string[]> {
  const codes = Array.from({ length: CODES }, readableCode);
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  await tx.insert(recoveryCode).values(codes.map((code) => ({ userId, codeHash: hashOf(key, userId, code) })));
  return codes;
}

const unused = (userId: number) => and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt));

/** Spends a code: true once, false ever after. */
export async function spendRecoveryCode(
  tx: Writer,
  key: Buffer,
  who: { userId: number; code: string },
  now: number,
): Promise<boolean> {
  const spent = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(unused(who.userId), eq(recoveryCode.codeHash, hashOf(key, who.userId, who.code))))
    .returning({ id: recoveryCode.id });
  return spent.length > 0;
}

/** How many codes are left. */
export function countRecoveryCodes(reader: Reader, userId: number): Promise<number> {
  return reader.$count(recoveryCode, unused(userId));
}

export async function removeRecoveryCodes(tx: Writer, userId: number): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
}
