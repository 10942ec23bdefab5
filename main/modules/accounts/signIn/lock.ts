import type { CurrentUser, SignInAnswer } from '#contract/accounts/signIn.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { FRESH_MS } from '#main/services/sessions/index.ts';
import { asksForCode, awaitCode } from './awaitCode.ts';
import { proveAgain } from './prove.ts';
import { writeIfPossible } from './writeIfPossible.ts';

/** Locks the station at once. */
export async function lock(context: Context): Promise<void> {
  const { services, connection } = context;
  const { id } = callerOf(context);
  await writeIfPossible(context, { userId: id, action: 'lock' });
  services.sessions.lock(connection.station);
  await services.signals.sendRobust('committed', { kind: 'session', ids: [id] });
}

/** Opens the station to its owner, who gives their password; or asks for the second factor, where the clinic wants it here, too. */
export async function unlock(context: Context, password: string): Promise<SignInAnswer> {
  const row = await proveAgain(context, callerOf(context).id, password);
  const { unlockAsksCode } = context.services.settings.get('accounts');
  if (unlockAsksCode && (await asksForCode(context, row))) return awaitCode(context, row, { unlocks: true });
  return { ...(await openAgain(context)), needsSecondFactor: false };
}

/** Takes the lock off the station: it was its owner. */
export async function openAgain(context: Context): Promise<CurrentUser> {
  const who = callerOf(context);
  await writeIfPossible(context, { userId: who.id, action: 'unlock' });
  context.services.sessions.confirm(context.connection.station);
  await context.services.signals.sendRobust('committed', { kind: 'session', ids: [who.id] });
  return who;
}

/** The password once more, for what asks for a fresh one. */
export async function confirmPassword(context: Context, password: string): Promise<{ freshFor: number }> {
  await proveAgain(context, callerOf(context).id, password);
  context.services.sessions.confirm(context.connection.station);
  return { freshFor: FRESH_MS / 1000 };
}
