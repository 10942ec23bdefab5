import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Permission } from '#contract/permission.ts';
import type { Database, Reader } from '#db/index.ts';
import { activeUsers } from '#db/queries/accounts/administrators.ts';
import { rightsOf } from '#db/queries/accounts/rights.ts';
import { isSignInNameTaken, isUsernameTaken, usersBySignInName } from '#db/queries/accounts/signInNames.ts';
import { getUser, type User } from '#db/queries/accounts/users.ts';
import { untilCommit } from '#db/tools/untilCommit.ts';
import { wrongField } from '#main/refusal.ts';

/** What uniqueness and sign-in compare: NFKC, without regard to case. */
export const usernameKey = (username: string) => username.normalize('NFKC').trim().toLowerCase().normalize('NFKC');

/** How an e-mail address is stored and compared. */
export const emailKey = (email: string) => email.trim().toLowerCase();

/** What is stored of the names that somebody signs in by. */
export const signInNames = ({ username, email }: { username: string; email: string }) => ({
  username: username.normalize('NFKC'),
  usernameKey: usernameKey(username),
  email: emailKey(email),
});

/**
 * The user with groups and rights as they are now; null when unknown or not active (an inactive user is nobody), or
 * when their credentials are others than those of `credentialVersion`. Asked on every call, so that what was read is kept
 * until anybody commits anything.
 */
export async function loadUser(db: Database, id: number, credentialVersion?: number): Promise<CurrentUser | null> {
  const { row, user } = await accountsOf(db)(id);
  if (credentialVersion !== undefined && row?.credentialVersion !== credentialVersion) return null;
  return user;
}

interface Account {
  row: User | undefined;
  user: CurrentUser | null;
}

const readers = new WeakMap<Database, (id: number) => Promise<Account>>();

function accountsOf(db: Database): (id: number) => Promise<Account> {
  const known = readers.get(db) ?? untilCommit(db, readAccount);
  readers.set(db, known);
  return known;
}

/** The account, and who it is to all that decides: nobody while it is not active. */
export async function readAccount(reader: Reader, id: number): Promise<Account> {
  const row = await getUser(reader, id);
  return { row, user: row?.isActive ? Object.freeze(await currentUserOf(reader, row)) : null };
}

async function currentUserOf(reader: Reader, row: User): Promise<CurrentUser> {
  const { groups, permissions } = await rightsOf(reader, row.id);
  return {
    id: row.id,
    username: row.username,
    prefix: row.prefix,
    givenName: row.givenName,
    middleName: row.middleName,
    familyName: row.familyName,
    suffix: row.suffix,
    phone: row.phone,
    email: row.email,
    photoId: row.photoId,
    isStaff: row.isStaff,
    isSuperuser: row.isSuperuser,
    groups: groups.map(({ name }) => name),
    permissions: [...permissions],
    mustChangePassword: row.mustChangePassword,
    preferences: {
      language: row.language,
      theme: row.theme,
      startPage: row.startPage || (groups.find((group) => group.startPage)?.startPage ?? ''),
    },
  };
}

/** True when the user holds the permission themselves, through a group, or as a superuser. */
export function hasPermission(who: CurrentUser, permission: Permission): boolean {
  return who.isSuperuser || who.permissions.includes(permission);
}

/** True for those whom Administration opens to. */
export const isStaff = (who: CurrentUser): boolean => who.isStaff || who.isSuperuser;

/** Active users who hold all of these permissions. */
export async function holdersOf(db: Database, ...permissions: Permission[]): Promise<number[]> {
  return db.read(async (reader) => {
    const holders: number[] = [];
    for (const { id, isSuperuser } of await activeUsers(reader)) {
      const held = (await rightsOf(reader, id)).permissions;
      if (isSuperuser || permissions.every((permission) => held.has(permission))) holders.push(id);
    }
    return holders;
  });
}

/** The account that somebody names by username or e-mail; an address that several users share names none of them. */
export async function findAccount(db: Database, typed: string): Promise<User | undefined> {
  const key = usernameKey(typed);
  const rows = await db.read((reader) => usersBySignInName(reader, key));
  return rows.find((row) => row.usernameKey === key) ?? (rows.length === 1 ? rows[0] : undefined);
}

/**
 * Sign-in takes a username or an e-mail address: a username is nobody else's of either, and an address nobody else's
 * username. Several may share an address. `own` is the account they are for, and `form` what stands before the fields'
 * names. Raises VALIDATION.
 */
export async function checkSignInNames(
  reader: Reader,
  { username, email }: { username?: string; email?: string | undefined },
  { own = 0, form = '' } = {},
): Promise<void> {
  if (username && (await isSignInNameTaken(reader, usernameKey(username), own)))
    throw wrongField(`${form}username`, 'validation.usernameTaken');
  if (email && (await isUsernameTaken(reader, usernameKey(email), own)))
    throw wrongField(`${form}email`, 'validation.emailIsUsername');
}
