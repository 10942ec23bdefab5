import type { Writer } from '#db/index.ts';
import { amendUser } from '#db/queries/accounts/users.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import type { Change } from '#main/call/context.ts';
import { existingUser } from '../users/load.ts';

/** From here on whatever was opened with the credentials of before is void: sessions, reset codes, remembered computers. */
export async function newCredentials(tx: Writer, id: number): Promise<void> {
  const { credentialVersion } = await existingUser(tx, id);
  await amendUser(tx, id, { credentialVersion: credentialVersion + 1 });
}

/**
 * Changes the caller's own credentials in one transaction; `changes` must give them a new version. The session that
 * calls goes on, all others of theirs end: `ended` of them.
 */
export async function changeOwnCredentials<T>(
  context: Context,
  changes: (tx: Writer, change: Change) => Promise<T>,
): Promise<{ result: T; ended: number }> {
  const { sessions } = context.services;
  const { station } = context.connection;
  const { id } = callerOf(context);
  const { result } = await sessions.renew(station, () =>
    context.write(async (tx, change) => {
      const result = await changes(tx, change);
      const { credentialVersion } = await existingUser(tx, id);
      return { result, credentialVersion };
    }),
  );
  return { result, ended: await sessions.endAll(id, station) };
}
