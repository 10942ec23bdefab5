import { getUser, type User } from '#db/queries/accounts/users.ts';
import type { Context } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import type { Services } from '#main/services/index.ts';
import { normalisePassword } from '#main/services/passwords.ts';
import { isShut } from '#main/services/throttle.ts';
import { findAccount } from '#main/services/users.ts';
import { authenticate, backendNeeds, NOBODY } from './backends/index.ts';
import { doorOf, passwordTry, type TriedAt } from './triedAt.ts';

export interface Proven {
  row: User;
  /** The stored hash is of older parameters. */
  outdated: boolean;
}

const wrong = () => new Refusal('WRONG_CREDENTIALS', { sentence: { key: 'errors.wrongCredentials' } });

/**
 * Finds out whose username and password these are. Every failure -- unknown, inactive, without a password, wrong, made
 * to wait -- costs one hash and is told to the signals; raises WRONG_CREDENTIALS or TOO_MANY_ATTEMPTS, and FORBIDDEN for a
 * right password that somebody else has set and that has expired.
 */
export async function prove(
  services: Services,
  at: TriedAt,
  typed: { username: string; password: string },
): Promise<Proven> {
  const { db, throttle, clock, ports, signals } = services;
  const account = await findAccount(db, typed.username);
  const password = normalisePassword(typed.password);
  const failed = (outcome: 'failure' | 'throttled') =>
    signals.sendRobust('signInFailed', { ...at.station, userId: account?.id ?? null, outcome });

  const guarded = await passwordTry(services, at, account, typed.username);
  await throttle.attempt(guarded).catch(async (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    await ports.hasher.verify(NOBODY, password);
    await failed('throttled');
    throw error;
  });
  const needs = backendNeeds(services, at.station.workstation);
  const answer = await authenticate(needs, { username: typed.username, password });
  const row = answer.verdict === 'yes' ? await db.read((reader) => getUser(reader, answer.userId)) : undefined;
  if (answer.verdict !== 'yes' || !row?.isActive) {
    await failed('failure');
    throw wrong();
  }
  await throttle.succeeded(guarded.key);
  if (row.passwordExpiresAt !== null && row.passwordExpiresAt <= clock.now())
    throw new Refusal('FORBIDDEN', { sentence: { key: 'accounts.firstPasswordExpired' } });
  return { row, outdated: answer.outdated ?? false };
}

/**
 * The password of the station's own user, given once more. Raises WRONG_CREDENTIALS when it is not theirs; after too many
 * wrong ones the session ends (UNAUTHENTICATED).
 */
export async function proveAgain(context: Context, userId: number, password: string): Promise<User> {
  const { services, session } = context;
  const known = await services.db.read((reader) => getUser(reader, userId));
  if (!known || !session) throw wrong();
  const at = { ...doorOf(context), heldBy: session.idHash };
  const { row } = await prove(services, at, { username: known.username, password }).catch(async (error: unknown) => {
    throw isShut(error) ? await leave(context) : error;
  });
  if (row.id !== userId) throw wrong();
  return row;
}

/** Somebody else may sit there: whoever knows the password comes in by the door. */
async function leave({ services, connection: { station } }: Context): Promise<Refusal> {
  await services.sessions.end(station);
  services.messages.addAt(station, { level: 'warning', key: 'accounts.tooManyHere', params: {} });
  return new Refusal('UNAUTHENTICATED', { sentence: { key: 'accounts.tooManyHere' } });
}
