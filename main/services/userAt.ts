import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Services } from './index.ts';
import type { Station } from './stations.ts';
import { loadUser } from './users.ts';

/** Who is signed in at a station, as they are now; null while it is locked. */
export async function userAt({ sessions, db }: Services, station: Station): Promise<CurrentUser | null> {
  const session = await sessions.current(station);
  return session && loadUser(db, session.userId, session.credentialVersion);
}
