import type { CallContext } from '#main/pipeline/context.ts';
import { Refusal } from '#main/refusal.ts';
import { authenticate, NOBODY } from '#main/services/authBackends/index.ts';
import { normalisePassword } from '#main/services/passwords.ts';
import { passwordKey } from '#main/services/throttle.ts';
import { administratorsBut, findAccount, type UserRow, usernameKey, userRowById } from '#main/services/users.ts';
import { seatOf } from '../caller.ts';

export interface Proven {
  row: UserRow;
  /** The stored hash is of older parameters. */
  outdated: boolean;
}

const wrong = () => new Refusal('WRONG_CREDENTIALS', { sentence: { key: 'errors.wrongCredentials' } });

/**
 * Finds out whose username and password these are. Every failure -- unknown, inactive, without a password, wrong, made
 * to wait -- costs one hash and is told to the signals; raises WRONG_CREDENTIALS or TOO_MANY_ATTEMPTS, and FORBIDDEN for a
 * right password that somebody else has set and that has expired.
 */
export async function prove(context: CallContext, typed: { username: string; password: string }): Promise<Proven> {
  const { services } = context;
  const { db, throttle, clock, settings, log, ports, signals } = services;
  const account = await findAccount(db, typed.username);
  const key = passwordKey(account?.usernameKey ?? usernameKey(typed.username));
  const password = normalisePassword(typed.password);
  const failed = (outcome: 'failure' | 'throttled') =>
    services.signals.sendRobust('signInFailed', { ...seatOf(context), userId: account?.id ?? null, outcome });

  const neverShut = account !== undefined && (await isLastAdministrator(context, account));
  await throttle.attempt({ key, neverShut }).catch(async (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    await ports.hasher.verify(NOBODY, password);
    await failed('throttled');
    throw error;
  });
  const needs = { db, clock, settings, log, signals, hasher: ports.hasher };
  const answer = await authenticate(needs, { username: typed.username, password });
  const row =
    answer.verdict === 'yes' ? await db.read(async (reader) => userRowById(reader, answer.userId)) : undefined;
  if (answer.verdict !== 'yes' || !row?.isActive) {
    await failed('failure');
    throw wrong();
  }
  await throttle.succeeded(key);
  if (row.passwordExpiresAt !== null && row.passwordExpiresAt <= clock.now())
    throw new Refusal('FORBIDDEN', { sentence: { key: 'accounts.firstPasswordExpired' } });
  return { row, outdated: answer.outdated ?? false };
}

/** True when nobody else could reset this account. */
async function isLastAdministrator({ services }: CallContext, row: UserRow): Promise<boolean> {
  if (!row.isActive || !row.isSuperuser) return false;
  return (await services.db.read((reader) => administratorsBut(reader, row.id))) === 0;
}

/** The password of one certain user, given once more. Raises WRONG_CREDENTIALS when it is not his. */
export async function proveAgain(context: CallContext, userId: number, password: string): Promise<UserRow> {
  const known = await context.services.db.read(async (reader) => userRowById(reader, userId));
  if (!known) throw wrong();
  const { row } = await prove(context, { username: known.username, password });
  if (row.id !== userId) throw wrong();
  return row;
}
