import { eq, or } from 'drizzle-orm';
import type { CurrentUser } from '#contract/accounts.ts';
import { signInAttempt, user } from '#db/schema/index.ts';
import type { CallContext, CallRecord, Write } from '#main/pipeline/context.ts';
import { Refusal } from '#main/refusal.ts';
import type { Services } from '#main/services/index.ts';
import { normalisePassword } from '#main/services/passwords.ts';
import { createThrottle } from '#main/services/throttle.ts';
import { loadUser, type UserRow, usernameKey } from '#main/services/users.ts';
import { rememberTile } from './tiles.ts';

type Context = CallContext & { call: CallRecord; write: Write };

/** A hash nobody's password fits: checked for unknown names, so that they cost what known ones cost (A6). */
const NOBODY = '$argon2id$v=19$m=65536,p=4,t=3$kML3OofaKot0qhWqvoePFA$Y52fZVxQ+dRce9KFGGuXPPTHGnZ+2LDTmP2mkMH07gc';

/**
 * Signs in by username or e-mail. Every failure -- unknown, inactive, without a password, wrong -- costs one hash and reads the same.
 */
export async function signIn(context: Context, input: { username: string; password: string }): Promise<CurrentUser> {
  const { services, connection } = context;
  const nameKey = usernameKey(input.username);
  const throttle = createThrottle(services.db, services.clock);
  await throttle.check(nameKey);

  const found = await findByName(services, nameKey);
  const usable = found?.isActive && found.passwordHash ? found : null;
  const password = normalisePassword(input.password);
  const matches = await services.ports.hasher.verify(usable?.passwordHash ?? NOBODY, password);
  if (!usable || !matches) {
    await throttle.failed(nameKey);
    await noteAttempt(context, found?.id ?? null, 'failure');
    await services.signals.sendRobust('signInFailed', { userId: found?.id ?? null, seatId: connection.seat.id });
    throw new Refusal('WRONG_CREDENTIALS', { sentence: { key: 'errors.wrongCredentials' } });
  }
  await throttle.succeeded(nameKey);
  return enter(context, usable, await upgraded(services, usable, password));
}

/** Opens the session of a user whose identity is established; `passwordHash` is stored when it is a better one. */
export async function enter(context: Context, row: UserRow, passwordHash = row.passwordHash): Promise<CurrentUser> {
  const { services, connection, call } = context;
  await context.write(async (tx, change) => {
    await tx.update(user).set({ lastSignInAt: services.clock.now(), passwordHash }).where(eq(user.id, row.id));
    await services.sessions.begin(tx, connection.seat, row.id);
    await tx.insert(signInAttempt).values(attempt(context, row.id, 'success'));
    change.touched({ entity: 'user', id: row.id });
  });
  rememberTile(services.ports.device, row.username);
  const current = await loadUser(services.db, row.id);
  if (!current) throw new Refusal('UNAUTHENTICATED');
  call.user = current;
  await services.signals.sendRobust('userSignedIn', { userId: row.id, seatId: connection.seat.id });
  await services.signals.sendRobust('committed', { kind: 'session', ids: [] });
  return current;
}

export async function signOut(context: Context): Promise<void> {
  const { services, connection, call } = context;
  const userId = call.user?.id;
  await context.write(async (tx, change) => {
    await services.sessions.end(tx, connection.seat);
    if (userId) change.touched({ entity: 'user', id: userId });
  });
  if (userId) await services.signals.sendRobust('userSignedOut', { userId, seatId: connection.seat.id });
  await services.signals.sendRobust('committed', { kind: 'session', ids: [] });
}

async function findByName({ db }: Services, nameKey: string): Promise<UserRow | undefined> {
  const rows = await db.read(async (reader) =>
    reader
      .select()
      .from(user)
      .where(or(eq(user.usernameKey, nameKey), eq(user.email, nameKey)))
      .limit(3),
  );
  const byUsername = rows.find((row) => row.usernameKey === nameKey);
  // An address shared by several users names none of them.
  return byUsername ?? (rows.length === 1 ? rows[0] : undefined);
}

/** A new hash when the stored one is of older parameters; the stored one otherwise. */
async function upgraded({ ports }: Services, row: UserRow, password: string): Promise<string | null> {
  const { hasher } = ports;
  return row.passwordHash && hasher.isOutdated(row.passwordHash) ? hasher.hash(password) : row.passwordHash;
}

function attempt({ services, connection }: Context, userId: number | null, outcome: 'success' | 'failure') {
  const { workstation, address } = connection.seat;
  return { at: services.clock.now(), userId, outcome, workstation, address };
}

async function noteAttempt(context: Context, userId: number | null, outcome: 'failure'): Promise<void> {
  await context.services.db.write(async (tx) => {
    await tx.insert(signInAttempt).values(attempt(context, userId, outcome));
  });
}
