import type { CurrentUser, SignInAnswer } from '#contract/accounts/signIn.ts';
import { getUser, type User } from '#db/queries/accounts/users.ts';
import type { Context } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { elapsedSince, momentOf } from '#main/services/moments.ts';
import { openAgain } from './lock.ts';
import { proveCode } from './proveCode.ts';
import { enter } from './signIn.ts';
import { doorOf } from './triedAt.ts';

/** How long the second step may follow the first. */
const PENDING_MS = 5 * 60_000;

/** Whether this user is asked for a code here: he has a second factor, and the computer does not stand in for it. */
export async function asksForCode({ services, connection }: Context, row: User): Promise<boolean> {
  const { db, settings, rememberedDevice } = services;
  if (!(await db.read((reader) => hasSecondFactor(reader, row.id)))) return false;
  const { rememberDeviceDays } = settings.get('accounts');
  return !connection.seat.remembers || rememberedDevice.until(row, rememberDeviceDays) === null;
}

/** The password was right; what it opens, the seat or its lock, waits for the second step. */
export function awaitCode(
  { services, connection }: Context,
  { id, credentialVersion }: User,
  { stay = false, unlocks = false }: { stay?: boolean; unlocks?: boolean },
): SignInAnswer {
  connection.seat.pending = { userId: id, credentialVersion, at: momentOf(services.clock), stay, unlocks };
  return { needsSecondFactor: true, expiresIn: PENDING_MS / 1000 };
}

/** The second step: a code of the authenticator or a recovery code, each good once. */
export async function secondFactor(context: Context, input: { code: string; remember: boolean }): Promise<CurrentUser> {
  const { services, connection } = context;
  const { pending } = connection.seat;
  const row = pending && (await services.db.read((reader) => getUser(reader, pending.userId)));
  if (!pending || !row?.isActive || row.credentialVersion !== pending.credentialVersion) throw tooLate(context);
  if (elapsedSince(services.clock, pending.at) >= PENDING_MS) throw tooLate(context);
  // The session behind the lock ended meanwhile: there is nothing to unlock.
  if (pending.unlocks && context.user?.id !== row.id) throw tooLate(context);

  await proveCode(services, doorOf(context), row, input.code);
  connection.seat.pending = null;
  if (input.remember && connection.seat.remembers) services.rememberedDevice.remember(row);
  return pending.unlocks ? openAgain(context) : enter(context, row, { stay: pending.stay });
}

function tooLate({ connection }: Context): Refusal {
  connection.seat.pending = null;
  return new Refusal('UNAUTHENTICATED', { sentence: { key: 'accounts.signInAgain' } });
}
