import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Services } from './index.ts';
import type { Seat } from './seats.ts';
import { loadUser } from './users.ts';

/** Who is signed in at a seat, as they are now; null while it is locked. */
export async function userAt({ sessions, db }: Services, seat: Seat): Promise<CurrentUser | null> {
  const session = await sessions.current(seat);
  return session && loadUser(db, session.userId, session.credentialVersion);
}
