import { eq } from 'drizzle-orm';
import type { Writer } from '#db/index.ts';
import { user } from '#db/schema/index.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import type { Change } from '#main/call/context.ts';
import { existingUser } from '../users/load.ts';

/** From here on whatever was opened with the credentials of before is void: sessions, reset codes, remembered computers. */
export async function newCredentials(tx: Writer, id: number): Promise<void> {
  const credentialVersion = existingUser(tx, id).credentialVersion + 1;
  await tx.update(user).set({ credentialVersion }).where(eq(user.id, id));
}

/**
 * Changes the caller's own credentials in one transaction; `changes` must give them a new version. The session that
 * calls goes on, all others of his end: `ended` of them.
 */
export async function changeOwnCredentials<T>(
  context: Context,
  changes: (tx: Writer, change: Change) => Promise<T>,
): Promise<{ result: T; ended: number }> {
  const { sessions } = context.services;
  const { seat } = context.connection;
  const { id } = callerOf(context);
  const { result } = await sessions.renew(seat, () =>
    context.write(async (tx, change) => {
      const result = await changes(tx, change);
      return { result, credentialVersion: existingUser(tx, id).credentialVersion };
    }),
  );
  return { result, ended: await sessions.endAll(id, seat) };
}
