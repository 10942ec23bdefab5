import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Reader } from '#db/index.ts';
import { user } from '#db/schema/accounts/accounts.ts';

const isActiveSuperuser = and(eq(user.isActive, true), eq(user.isSuperuser, true));

/** Who could still administer the clinic -- active superusers with a password of ours -- but for one. */
export async function administratorsBut(
  reader: Reader,
  exceptId: number,
): Promise<Array<{ id: number; usernameKey: string }>> {
  return reader
    .select({ id: user.id, usernameKey: user.usernameKey })
    .from(user)
    .where(and(isActiveSuperuser, isNotNull(user.passwordHash), ne(user.id, exceptId)));
}

/** The ids of the active superusers. */
export async function activeSuperusers(reader: Reader): Promise<number[]> {
  const rows = await reader.select({ id: user.id }).from(user).where(isActiveSuperuser);
  return rows.map(({ id }) => id);
}

/** How many people registered and still wait to be let in. */
export async function countAwaitingApproval(reader: Reader): Promise<number> {
  return reader.$count(user, and(eq(user.awaitsApproval, true), eq(user.isActive, false)));
}

/** Everybody who can sign in, and whether they may do everything. */
export async function activeUsers(reader: Reader): Promise<Array<{ id: number; isSuperuser: boolean }>> {
  return reader.select({ id: user.id, isSuperuser: user.isSuperuser }).from(user).where(eq(user.isActive, true));
}
