import type { Writer } from '#db/index.ts';
import { Refusal } from '#main/refusal.ts';
import { spendRecoveryCode } from '#main/services/credentials/recoveryCodes.ts';
import { spendResetCode } from '#main/services/credentials/resetCodes.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { resetKey } from '#main/services/throttle.ts';
import { findAccount, type UserRow, usernameKey, userRowById } from '#main/services/users.ts';
import type { Context } from '../caller.ts';
import { storePassword, wordsAbout } from './newPassword.ts';

/** Sets a new password by a reset code or a recovery code; the sessions of the old password end. */
export async function resetPassword(context: Context, input: { username: string; code: string; newPassword: string }) {
  const { services } = context;
  const { db, throttle, ports, sessions } = services;
  const found = await findAccount(db, input.username);
  const account = found?.isActive && found.source === 'local' ? found : undefined;
  await throttle.attempt({ key: resetKey(found?.usernameKey ?? usernameKey(input.username)) });
  if (!account || !(await isRight(context, account, input.code))) throw wrongCode();
  const secondFactor = await db.read((reader) => hasSecondFactor(reader, account.id));
  const options = { path: 'newPassword', about: wordsAbout(services, account), secondFactor };
  const accepted = await acceptedPassword(ports.hasher, input.newPassword, options).catch(async (error: unknown) => {
    // The code was right: choosing the password again is no guess at it.
    await throttle.succeeded(resetKey(account.usernameKey));
    throw error;
  });
  await context.write(async (tx, change) => {
    const row = userRowById(tx, account.id);
    if (!row || !(await spend(context, tx, row, input.code))) throw wrongCode();
    await storePassword(services, tx, row, { ...accepted, mustChangePassword: false });
    change.touched({ entity: 'user', id: row.id, details: { password: 'reset' } });
  });
  await sessions.endAll(account.id);
  return { message: { key: 'accounts.passwordReset' } };
}

/** One text for every code that is not right, used, expired, superseded or another's. */
const wrongCode = () => new Refusal('WRONG_CREDENTIALS', { sentence: { key: 'accounts.wrongResetCode' } });

/** Whether the code would do; it is spent only with the password that it buys. */
async function isRight(context: Context, row: UserRow, code: string): Promise<boolean> {
  const undo = new Error('undo');
  let right = false;
  await context.services.db
    .write(async (tx) => {
      right = await spend(context, tx, row, code);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return right;
}

async function spend({ services }: Context, tx: Writer, row: UserRow, code: string): Promise<boolean> {
  const { codeKey, clock } = services;
  const now = clock.now();
  if (await spendResetCode(tx, codeKey, row, { code, now })) return true;
  return spendRecoveryCode(tx, codeKey, { userId: row.id, code }, now);
}
