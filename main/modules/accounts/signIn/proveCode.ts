import type { User } from '#db/queries/accounts/users.ts';
import { Refusal } from '#main/refusal.ts';
import { spendRecoveryCode } from '#main/services/credentials/recoveryCodes.ts';
import { isCode, spendCode } from '#main/services/credentials/secondFactor.ts';
import type { Services } from '#main/services/index.ts';
import { plainCode } from '#main/services/secrets.ts';
import { secondFactorKey } from '#main/services/throttle.ts';
import { isLastReachable, type TriedAt } from './triedAt.ts';

/**
 * Spends a code of the user's authenticator, or a recovery code, after the password. Raises WRONG_CREDENTIALS, and
 * TOO_MANY_ATTEMPTS after too many of those, wherever they were typed: whoever gets here knows the password.
 */
export async function proveCode(services: Services, at: TriedAt, row: User, code: string): Promise<void> {
  const { throttle, signals } = services;
  await throttle.attempt({ key: secondFactorKey(row.id), neverShut: await isLastReachable(services, row) });
  if (!(await isRight(services, row, code))) {
    await signals.sendRobust('signInFailed', { ...at.station, userId: row.id, outcome: 'failure' });
    throw new Refusal('WRONG_CREDENTIALS', { sentence: { key: 'accounts.wrongCode' } });
  }
  await throttle.succeeded(secondFactorKey(row.id));
}

async function isRight({ db, clock, codeKey }: Services, { id }: User, typed: string): Promise<boolean> {
  const code = plainCode(typed);
  if (isCode(code)) return spendCode(db, id, code, clock.now());
  return db.write((tx) => spendRecoveryCode(tx, codeKey, { userId: id, code }, clock.now()));
}
