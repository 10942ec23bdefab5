import type { Writer } from '#db/index.ts';
import { putResetCode, takeResetCode } from '#db/queries/accounts/resetCodes.ts';
import type { User } from '#db/queries/accounts/users.ts';
import { keyedHash, plainCode, readableCode } from '../secrets.ts';

const hashOf = (key: Buffer, userId: number, code: string) =>
  keyedHash(key, `reset code of ${userId}: ${plainCode(code)}`);

/** What the account is now; a code made for another state of it is void. */
const stampOf = (key: Buffer, row: User) =>
  keyedHash(key, JSON.stringify([row.id, row.passwordHash, row.credentialVersion, row.lastSignInAt, row.email]));

/** Issues the one reset code of a user; any before it is void. */
export async function issueResetCode(tx: Writer, key: Buffer, row: User, expiresAt: number): Promise<string> {
  const code = readableCode();
  const codeHash = hashOf(key, row.id, code);
  await putResetCode(tx, { userId: row.id, codeHash, stamp: stampOf(key, row), expiresAt });
  return code;
}

/** Spends a reset code: true once, while it holds and the account is as it was when the code was issued. */
export async function spendResetCode(
  tx: Writer,
  key: Buffer,
  row: User,
  typed: { code: string; now: number },
): Promise<boolean> {
  const spent = await takeResetCode(tx, row.id, hashOf(key, row.id, typed.code));
  return spent !== undefined && spent.expiresAt > typed.now && spent.stamp === stampOf(key, row);
}
