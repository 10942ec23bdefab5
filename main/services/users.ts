import { and, eq, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Permission } from '#contract/permission.ts';
import { type Database, prepared, type Reader } from '#db/index.ts';
import { group, groupPermission, user, userGroup, userPermission } from '#db/schema/index.ts';
import { untilCommit } from '#db/untilCommit.ts';
import { wrongField } from '#main/refusal.ts';

export type UserRow = typeof user.$inferSelect;

/** What uniqueness and sign-in compare: NFKC, without regard to case. */
export const usernameKey = (username: string) => username.normalize('NFKC').trim().toLowerCase().normalize('NFKC');

/** How an e-mail address is stored and compared. */
export const emailKey = (email: string) => email.trim().toLowerCase();

const byId = prepared((reader: Reader) =>
  reader
    .select()
    .from(user)
    .where(eq(user.id, sql.placeholder('id')))
    .prepare(),
);
const groupsOf = prepared((reader: Reader) =>
  reader
    .select({ id: group.id, name: group.name, startPage: group.startPage, permission: groupPermission.permission })
    .from(userGroup)
    .innerJoin(group, eq(group.id, userGroup.groupId))
    .leftJoin(groupPermission, eq(groupPermission.groupId, group.id))
    .where(eq(userGroup.userId, sql.placeholder('id')))
    .prepare(),
);
const ownPermissions = prepared((reader: Reader) =>
  reader
    .select({ permission: userPermission.permission })
    .from(userPermission)
    .where(eq(userPermission.userId, sql.placeholder('id')))
    .prepare(),
);

/** The row of a user, active or not. */
export function userRowById(reader: Reader, id: number): UserRow | undefined {
  return byId(reader).get({ id });
}

/**
 * The user with groups and rights as they are now; null when unknown or not active (an inactive user is nobody), or
 * when his credentials are others than those of `credentialVersion`. Asked on every call, so that what was read is kept
 * until anybody commits anything.
 */
export async function loadUser(db: Database, id: number, credentialVersion?: number): Promise<CurrentUser | null> {
  const { row, user } = await accountsOf(db)(id);
  if (credentialVersion !== undefined && row?.credentialVersion !== credentialVersion) return null;
  return user;
}

interface Account {
  row: UserRow | undefined;
  user: CurrentUser | null;
}

const readers = new WeakMap<Database, (id: number) => Promise<Account>>();

function accountsOf(db: Database): (id: number) => Promise<Account> {
  const known = readers.get(db) ?? untilCommit(db, readAccount);
  readers.set(db, known);
  return known;
}

function readAccount(reader: Reader, id: number): Account {
  const row = byId(reader).get({ id });
  return { row, user: row?.isActive ? Object.freeze(currentUserOf(reader, row)) : null };
}

function currentUserOf(reader: Reader, row: UserRow): CurrentUser {
  const inGroups = groupsOf(reader).all({ id: row.id });
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
    groups: [...new Set(inGroups.map((entry) => entry.name))],
    permissions: [...rightsOf(reader, row.id, inGroups).permissions],
    mustChangePassword: row.mustChangePassword,
    preferences: {
      language: row.language,
      theme: row.theme,
      startPage: row.startPage || (inGroups.find((entry) => entry.startPage)?.startPage ?? ''),
    },
  };
}

export interface Rights {
  own: Set<string>;
  groups: Array<{ id: number; name: string; permissions: Set<string> }>;
  /** His own and those of his groups. */
  permissions: Set<string>;
}

/** What a user holds, by where it comes from; whether he is active or a superuser is not looked at. */
export function rightsOf(reader: Reader, id: number, inGroups = groupsOf(reader).all({ id })): Rights {
  const own = new Set(
    ownPermissions(reader)
      .all({ id })
      .map((entry) => entry.permission),
  );
  const groups = new Map<number, Rights['groups'][number]>();
  for (const { id: groupId, name, permission } of inGroups) {
    const known = groups.get(groupId) ?? { id: groupId, name, permissions: new Set<string>() };
    groups.set(groupId, known);
    if (permission) known.permissions.add(permission);
  }
  const permissions = new Set([...own, ...[...groups.values()].flatMap((entry) => [...entry.permissions])]);
  return { own, groups: [...groups.values()], permissions };
}

/** True when the user holds the permission himself, through a group, or as a superuser. */
export function hasPermission(who: CurrentUser, permission: Permission): boolean {
  return who.isSuperuser || who.permissions.includes(permission);
}

/** Active users who hold all of these permissions. */
export async function holdersOf(db: Database, ...permissions: Permission[]): Promise<number[]> {
  return db.read(async (reader) => {
    const rows = await reader
      .select({ id: user.id, isSuperuser: user.isSuperuser })
      .from(user)
      .where(eq(user.isActive, true));
    return rows
      .filter(({ id, isSuperuser }) => {
        const held = rightsOf(reader, id).permissions;
        return isSuperuser || permissions.every((permission) => held.has(permission));
      })
      .map(({ id }) => id);
  });
}

/** The account that somebody names by username or e-mail; an address that several users share names none of them. */
export async function findAccount(db: Database, typed: string): Promise<UserRow | undefined> {
  const nameKey = usernameKey(typed);
  const rows = await db.read(async (reader) =>
    reader
      .select()
      .from(user)
      .where(or(eq(user.usernameKey, nameKey), eq(user.email, nameKey)))
      .limit(3),
  );
  return rows.find((row) => row.usernameKey === nameKey) ?? (rows.length === 1 ? rows[0] : undefined);
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
  const isOthers = (name: SQL | undefined) => reader.$count(user, and(ne(user.id, own), name));
  if (username) {
    const key = usernameKey(username);
    if (await isOthers(or(eq(user.usernameKey, key), eq(user.email, key))))
      throw wrongField(`${form}username`, 'validation.usernameTaken');
  }
  if (email && (await isOthers(eq(user.usernameKey, usernameKey(email)))))
    throw wrongField(`${form}email`, 'validation.emailIsUsername');
}

/** Who could still administer the clinic -- active superusers with a password of ours -- but for one. */
export async function administratorsBut(reader: Reader, exceptId: number) {
  const able = and(eq(user.isActive, true), eq(user.isSuperuser, true), isNotNull(user.passwordHash));
  return reader
    .select({ id: user.id, usernameKey: user.usernameKey })
    .from(user)
    .where(and(able, ne(user.id, exceptId)));
}
