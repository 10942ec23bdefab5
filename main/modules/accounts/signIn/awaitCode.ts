import type { SignInAnswer } from '#contract/accounts/signIn.ts';
import type { User } from '#db/queries/accounts/users.ts';
import type { Context } from '#main/call/caller.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { momentOf } from '#main/services/moments.ts';

/** How long the second step may follow the first. */
export const PENDING_MS = 5 * 60_000;

/** Whether this user is asked for a code here: they have a second factor, and the computer does not stand in for it. */
export async function asksForCode({ services, connection }: Context, row: User): Promise<boolean> {
  const { db, settings, rememberedDevice } = services;
  if (!(await db.read((reader) => hasSecondFactor(reader, row.id)))) return false;
  const { rememberDeviceDays } = settings.get('accounts');
  return !connection.station.remembers || rememberedDevice.until(row, rememberDeviceDays) === null;
}

/** The password was right; what it opens, the station or its lock, waits for the second step. */
export function awaitCode(
  { services, connection }: Context,
  { id, credentialVersion }: User,
  { stay = false, unlocks = false }: { stay?: boolean; unlocks?: boolean },
): SignInAnswer {
  connection.station.pending = { userId: id, credentialVersion, at: momentOf(services.clock), stay, unlocks };
  return { needsSecondFactor: true, expiresIn: PENDING_MS / 1000 };
}
