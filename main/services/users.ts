import { eq, sql } from 'drizzle-orm';
import type { CurrentUser } from '#contract/accounts.ts';
import type { Permission } from '#contract/procedure.ts';
import { type Database, prepared, type Reader } from '#db/index.ts';
import { group, groupPermission, user, userGroup, userPermission } from '#db/schema/index.ts';

export type UserRow = typeof user.$inferSelect;

/** What uniqueness and sign-in compare: NFKC, without regard to case. */
export const usernameKey = (username: string) => username.normalize('NFKC').trim().toLowerCase().normalize('NFKC');

const byId = prepared((reader: Reader) =>
  reader
    .select()
    .from(user)
    .where(eq(user.id, sql.placeholder('id')))
    .prepare(),
);
const groupsOf = prepared((reader: Reader) =>
  reader
    .select({ name: group.name, permission: groupPermission.permission })
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

/** The user with groups and rights as they are now; null when unknown or not active (an inactive user is nobody). */
export async function loadUser(db: Database, id: number): Promise<CurrentUser | null> {
  return db.read(async (reader) => {
    const row = byId(reader).get({ id });
    if (!row?.isActive) return null;
    const inGroups = groupsOf(reader).all({ id });
    const own = ownPermissions(reader).all({ id });
    const permissions = new Set([...own, ...inGroups].flatMap((entry) => (entry.permission ? [entry.permission] : [])));
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
      permissions: [...permissions],
      mustChangePassword: row.mustChangePassword,
    };
  });
}

/** True when the user holds the permission himself, through a group, or as a superuser. */
export function hasPermission(who: CurrentUser, permission: Permission): boolean {
  return who.isSuperuser || who.permissions.includes(permission);
}

/** How a person's name stands on a tile or in a greeting. */
export function displayName(who: { givenName: string; familyName: string }): string {
  return [who.givenName, who.familyName].filter(Boolean).join(' ');
}
