import type { CurrentUser, SignInAnswer } from '#contract/accounts/signIn.ts';
import { isUnwritable } from '#db/index.ts';
import { amendUser, type User } from '#db/queries/accounts/users.ts';
import { type Context, stationOf } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import { normalisePassword } from '#main/services/passwords.ts';
import { findAccount, loadUser } from '#main/services/users.ts';
import { asksForCode, awaitCode } from './awaitCode.ts';
import { prove } from './prove.ts';
import { doorOf } from './triedAt.ts';
import { writeIfPossible } from './writeIfPossible.ts';

/** Signs in by username or e-mail, or asks for the second factor. */
export async function signIn(
  context: Context,
  input: { username: string; password: string; stay: boolean },
): Promise<SignInAnswer> {
  const { services } = context;
  await claim(context, input.username);
  const { row, outdated } = await prove(services, doorOf(context), input);
  const passwordHash = outdated ? await services.ports.hasher.hash(normalisePassword(input.password)) : null;
  if (await asksForCode(context, row)) {
    if (passwordHash) await upgrade(context, row, passwordHash);
    return awaitCode(context, row, { stay: input.stay });
  }
  return { ...(await enter(context, row, { passwordHash, stay: input.stay })), needsSecondFactor: false };
}

/** The audit hears whose name was given, also when nobody comes in by it; the answer and its time say nothing of it. */
export async function claim({ services, call }: Context, typed: string): Promise<void> {
  const account = await findAccount(services.db, typed);
  if (account) call.claimed = account.id;
}

/** A better hash of the same password; not a change of password, so nothing else changes. */
async function upgrade({ services }: Context, row: User, passwordHash: string): Promise<void> {
  await services.db
    .write((tx) => amendUser(tx, row.id, { passwordHash }))
    .catch((error: unknown) => {
      // The next sign-in is soon enough.
      if (!isUnwritable(error)) throw error;
    });
}

/** Opens the session of a user whose identity is established; `passwordHash`, if any, is a better one to store. */
export async function enter(
  context: Context,
  row: User,
  { passwordHash = null, stay = false }: { passwordHash?: string | null; stay?: boolean } = {},
): Promise<CurrentUser> {
  const { services, connection, call } = context;
  const { remembers } = connection.station;
  call.claimed = row.id;
  await writeIfPossible(context, { userId: row.id, action: 'signIn' }, async (tx, change) => {
    if (passwordHash) await amendUser(tx, row.id, { passwordHash });
    await change.send('userSignedIn', { ...stationOf(context), userId: row.id, username: row.username, remembers });
  });
  await services.sessions.begin(connection.station, row, { stay });
  const current = await loadUser(services.db, row.id, row.credentialVersion);
  if (!current) throw new Refusal('UNAUTHENTICATED');
  call.user = current;
  return current;
}

/** Ends the session of the station; what is said about it is there for whoever comes next. */
export async function signOut(context: Context): Promise<void> {
  const { services, connection, call } = context;
  const userId = call.user?.id;
  if (userId)
    await writeIfPossible(context, { userId, action: 'signOut' }, (_tx, change) =>
      change.send('userSignedOut', { userId, stationId: connection.station.id }),
    );
  await services.sessions.end(connection.station);
  services.messages.addAt(connection.station, { level: 'success', key: 'accounts.signedOut', params: {} });
  // What waits for this user stays theirs, for their next session.
  call.user = null;
}
