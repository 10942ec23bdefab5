import { and, eq, inArray, ne, or } from 'drizzle-orm';
import type { Reader } from '#db/index.ts';
import { user } from '#db/schema/accounts/accounts.ts';
import type { User } from './users.ts';

/** Nobody asks for more of those who share a name. */
const MOST = 3;

const isNameOrAddress = (key: string) => or(eq(user.usernameKey, key), eq(user.email, key));

/** Some of the users, active or not, whose username or e-mail address this is. */
export async function usersBySignInName(reader: Reader, key: string): Promise<User[]> {
  return reader.select().from(user).where(isNameOrAddress(key)).limit(MOST);
}

/** Whether a user other than `own` signs in by this, be it a username or an e-mail address. */
export async function isSignInNameTaken(reader: Reader, key: string, own: number): Promise<boolean> {
  return (await reader.$count(user, and(ne(user.id, own), isNameOrAddress(key)))) > 0;
}

/** Whether this is the username of a user other than `own`. */
export async function isUsernameTaken(reader: Reader, key: string, own: number): Promise<boolean> {
  return (await reader.$count(user, and(ne(user.id, own), eq(user.usernameKey, key)))) > 0;
}

/** How many users have this e-mail address. */
export async function countUsersAt(reader: Reader, email: string): Promise<number> {
  return reader.$count(user, eq(user.email, email));
}

/** The active users of these names, in no particular order. */
export async function activeUsersNamed(reader: Reader, usernameKeys: string[]): Promise<User[]> {
  return reader
    .select()
    .from(user)
    .where(and(inArray(user.usernameKey, usernameKeys), eq(user.isActive, true)));
}
