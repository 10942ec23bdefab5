import type { Writer } from '#db/index.ts';
import { markCodeUsed, replaceRecoveryCodes } from '#db/queries/accounts/recoveryCodes.ts';
import { keyedHash, plainCode, readableCode } from '../secrets.ts';

const CODES = 10;

const hashOf = (key: Buffer, userId: number, code: string) =>
  keyedHash(key, `recovery code of ${userId}: ${plainCode(code)}`);

/** Makes ten new codes, shown this once; older ones are void. */
export async function newRecoveryCodes(tx: Writer, key: Buffer, userId: number): Promise<string[]> {
  const codes = Array.from({ length: CODES }, readableCode);
  const hashes = codes.map((code) => hashOf(key, userId, code));
  await replaceRecoveryCodes(tx, userId, hashes);
  return codes;
}

/** Spends a code: true once, false ever after. */
export function spendRecoveryCode(
  tx: Writer,
  key: Buffer,
  { userId, code }: { userId: number; code: string },
  now: number,
): Promise<boolean> {
  return markCodeUsed(tx, userId, hashOf(key, userId, code), now);
}
