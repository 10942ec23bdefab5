import type { UserRecord } from '#contract/accounts/users.ts';
import type { Writer } from '#db/index.ts';
import { deleteSecondFactor } from '#db/queries/accounts/secondFactors.ts';
import { amendUser, type User } from '#db/queries/accounts/users.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import type { Change } from '#main/call/context.ts';
import { Refusal } from '#main/refusal.ts';
import { issueResetCode as issue } from '#main/services/credentials/resetCodes.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { acceptedPassword, checkIsOurs } from '#main/services/passwords.ts';
import { resetKeysOf, secondFactorKey } from '#main/services/throttle.ts';
import { changeOwnCredentials, newCredentials } from '../signIn/newCredentials.ts';
import { storePassword, wordsAbout } from '../signIn/newPassword.ts';
import type { DoctorsOfUsers } from './doctors.ts';
import { checkMayManage } from './grants.ts';
import { existingUser, loadUserRecord } from './load.ts';

const HOUR = 3_600_000;

/** The account that is to be looked after, if this caller may. */
function managed(context: Context, id: number): Promise<User> {
  return context.services.db.read(async (reader) => {
    const row = await existingUser(reader, id);
    await checkMayManage(reader, callerOf(context), row);
    return row;
  });
}

/** Sets somebody's password without the old one; they choose another at their next sign-in, and their sessions end. */
export async function setPassword(context: Context, input: { id: number; password: string }): Promise<void> {
  const { services } = context;
  const row = await managed(context, input.id);
  checkIsOurs(row);
  const secondFactor = await services.db.read((reader) => hasSecondFactor(reader, row.id));
  const options = { path: 'password', about: wordsAbout(services, row), secondFactor };
  const accepted = await acceptedPassword(services.ports.hasher, input.password, options);
  await context.write(async (tx, change) => {
    const now = await existingUser(tx, row.id);
    await checkMayManage(tx, callerOf(context), now);
    await storePassword(services, tx, now, { ...accepted, mustChangePassword: true });
    change.touched({ entity: 'user', id: row.id, action: 'update', details: { password: 'set' } });
  });
  await services.sessions.endAll(row.id);
}

/** A one-time code with which somebody sets their password themselves; it is shown this once. */
export async function issueResetCode(context: Context, id: number): Promise<{ code: string; expiresAt: number }> {
  const { codeKey, clock, settings } = context.services;
  const expiresAt = clock.now() + settings.get('accounts').resetCodeHours * HOUR;
  return context.write(async (tx, change) => {
    const row = await existingUser(tx, id);
    await checkMayManage(tx, callerOf(context), row);
    checkIsOurs(row);
    const code = await issue(tx, codeKey, row, expiresAt);
    // Whoever failed too often is helped by the code only if it is not refused as well.
    await context.services.throttle.clear(tx, resetKeysOf(row));
    change.touched({ entity: 'user', id, action: 'update', details: { resetCode: 'issued' } });
    return { code, expiresAt };
  });
}

/** Takes the authenticator off an account that has one, or NOT_FOUND; where only that allowed a short password, a longer one is asked for. */
export async function resetSecondFactor(context: Context, id: number, doctors: DoctorsOfUsers): Promise<UserRecord> {
  const record = await context.write(async (tx, change) => {
    const row = await existingUser(tx, id);
    await checkMayManage(tx, callerOf(context), row);
    if (!(await hasSecondFactor(tx, id)))
      throw new Refusal('NOT_FOUND', { sentence: { key: 'users.noAuthenticator' } });
    await deleteSecondFactor(tx, id);
    await context.services.throttle.clear(tx, [secondFactorKey(id)]);
    await amendUser(tx, id, {
      credentialVersion: row.credentialVersion + 1,
      mustChangePassword: row.mustChangePassword || row.shortPassword,
      updatedAt: context.services.clock.now(),
    });
    change.touched({ entity: 'user', id, action: 'update', details: { secondFactor: 'removed' } });
    return loadUserRecord(tx, id, doctors);
  });
  await context.services.sessions.endAll(id);
  return record;
}

/** Ends all sessions of somebody, this one not, and has every computer ask for their second factor again. */
export async function endSessions(context: Context, id: number): Promise<{ ended: number }> {
  const caller = callerOf(context);
  const end = async (tx: Writer, change: Change) => {
    await checkMayManage(tx, caller, await existingUser(tx, id));
    change.touched({ entity: 'user', id, action: 'signOut', details: { sessions: 'ended' } });
    await newCredentials(tx, id);
  };
  if (caller.id === id) return { ended: (await changeOwnCredentials(context, end)).ended };
  await context.write(end);
  return { ended: await context.services.sessions.endAll(id) };
}
