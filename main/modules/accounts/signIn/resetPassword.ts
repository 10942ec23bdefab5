import type { Writer } from '#db/index.ts';
import { getUser, type User } from '#db/queries/accounts/users.ts';
import type { Context } from '#main/call/caller.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { spendRecoveryCode } from '#main/services/credentials/recoveryCodes.ts';
import { spendResetCode } from '#main/services/credentials/resetCodes.ts';
import { hasSecondFactor, spendCodeIn } from '#main/services/credentials/secondFactor.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { plainCode } from '#main/services/secrets.ts';
import { secondFactorKey } from '#main/services/throttle.ts';
import { findAccount } from '#main/services/users.ts';
import { storePassword, wordsAbout } from './newPassword.ts';
import { doorOf, resetTry } from './triedAt.ts';

interface Typed {
  username: string;
  code: string;
  /** The digits that a recovery code needs beside it where the account has an authenticator. */
  authenticatorCode: string;
  newPassword: string;
}

/** Sets a new password by a reset code or a recovery code; the sessions of the old password end. */
export async function resetPassword(context: Context, input: Typed) {
  const { services } = context;
  const { db, throttle, ports, sessions } = services;
  const found = await findAccount(db, input.username);
  if (found) context.call.claimed = found.id;
  const account = found?.isActive && found.source === 'local' ? found : undefined;
  const guarded = await resetTry(services, doorOf(context), found, input.username);
  await throttle.attempt(guarded);
  if (!account) throw wrongCode();
  const forgive = () => throttle.succeeded(guarded.key);
  await checkCodes(context, account, input, forgive);
  const secondFactor = await db.read((reader) => hasSecondFactor(reader, account.id));
  const options = { path: 'newPassword', about: wordsAbout(services, account), secondFactor };
  const accepted = await acceptedPassword(ports.hasher, input.newPassword, options).catch(async (error: unknown) => {
    // The code was right: choosing the password again is no guess at it.
    await forgive();
    throw error;
  });
  await context.write(async (tx, change) => {
    const row = await getUser(tx, account.id);
    const outcome = row && (await spend(context, tx, row, input));
    if (!row || outcome !== 'right') throw wrongCode();
    await storePassword(services, tx, row, { ...accepted, mustChangePassword: false });
    change.touched({ entity: 'user', id: row.id, action: 'update', details: { password: 'reset' } });
  });
  await sessions.endAll(account.id);
  return { message: { key: 'accounts.passwordReset' } };
}

/** One text for every code that is not right, used, expired, superseded or another's. */
const wrongCode = () => new Refusal('WRONG_CREDENTIALS', { sentence: { key: 'accounts.wrongResetCode' } });

/** Raises what is wrong with the codes; they are spent only with the password that they buy. */
async function checkCodes(context: Context, row: User, typed: Typed, forgive: () => Promise<void>): Promise<void> {
  const { throttle } = context.services;
  const first = await tried(context, row, { ...typed, authenticatorCode: '' });
  if (first === 'wrong') throw wrongCode();
  if (first === 'right') return;
  // The recovery code is right; the digits beside it are guessed no faster than at the second step of signing in.
  await forgive();
  if (typed.authenticatorCode === '') throw wrongField('authenticatorCode', 'validation.authenticatorCode');
  await throttle.attempt({ key: secondFactorKey(row.id) });
  if ((await tried(context, row, typed)) !== 'right') throw wrongField('authenticatorCode', 'validation.wrongCode');
  await throttle.succeeded(secondFactorKey(row.id));
}

type Outcome = 'right' | 'wrong' | 'needsAuthenticator';

/** What the codes would do. */
async function tried(context: Context, row: User, typed: Typed): Promise<Outcome> {
  const undo = new Error('undo');
  let outcome: Outcome = 'wrong';
  await context.services.db
    .write(async (tx) => {
      outcome = await spend(context, tx, row, typed);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return outcome;
}

async function spend({ services }: Context, tx: Writer, row: User, typed: Typed): Promise<Outcome> {
  const { codeKey, clock } = services;
  const now = clock.now();
  const { code } = typed;
  if (await spendResetCode(tx, codeKey, row, { code, now })) return 'right';
  if (!(await spendRecoveryCode(tx, codeKey, { userId: row.id, code }, now))) return 'wrong';
  if (!(await hasSecondFactor(tx, row.id))) return 'right';
  return (await spendCodeIn(tx, row.id, plainCode(typed.authenticatorCode), now)) ? 'right' : 'needsAuthenticator';
}
