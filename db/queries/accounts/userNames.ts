import { asc, inArray } from 'drizzle-orm';
import type { Reader } from '#db/index.ts';
import { user } from '#db/schema/accounts/accounts.ts';

/** What a user is called. */
export interface UserName {
  id: number;
  username: string;
  usernameKey: string;
  prefix: string;
  givenName: string;
  middleName: string;
  familyName: string;
  suffix: string;
}

const { id, username, usernameKey, prefix, givenName, middleName, familyName, suffix } = user;
const columns = { id, username, usernameKey, prefix, givenName, middleName, familyName, suffix };

/** What these users are called, in no particular order. */
export async function namesOfUsers(reader: Reader, ids: number[]): Promise<UserName[]> {
  return ids.length === 0 ? [] : reader.select(columns).from(user).where(inArray(user.id, ids));
}

/** What the users are called, by family name; all of them unless there is a limit. */
export async function allUserNames(reader: Reader, limit?: number): Promise<UserName[]> {
  const all = reader.select(columns).from(user).orderBy(asc(user.familyName), asc(user.givenName));
  return limit === undefined ? all : all.limit(limit);
}
