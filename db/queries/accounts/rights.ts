import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { group, groupPermission, userGroup, userPermission } from '#db/schema/accounts/accounts.ts';
import { prepared } from '#db/sqlite/prepared.ts';

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

/** What a user holds, by where it comes from. */
export interface Rights {
  own: Set<string>;
  groups: Array<{ id: number; name: string; startPage: string; permissions: Set<string> }>;
  /** Their own and those of their groups. */
  permissions: Set<string>;
}

/** What a user holds; whether they are active or a superuser is not looked at. */
export async function rightsOf(reader: Reader, id: number): Promise<Rights> {
  const own = new Set(
    ownPermissions(reader)
      .all({ id })
      .map((entry) => entry.permission),
  );
  const groups = new Map<number, Rights['groups'][number]>();
  for (const { permission, ...entry } of groupsOf(reader).all({ id })) {
    const known = groups.get(entry.id) ?? { ...entry, permissions: new Set<string>() };
    groups.set(entry.id, known);
    if (permission) known.permissions.add(permission);
  }
  const permissions = new Set([...own, ...[...groups.values()].flatMap((entry) => [...entry.permissions])]);
  return { own, groups: [...groups.values()], permissions };
}

/** What is to come and to go. */
export interface Links<T> {
  added: T[];
  removed: T[];
}

/** Takes a user out of groups and puts them into others. */
export async function changeGroupsOf(tx: Writer, userId: number, { added, removed }: Links<number>): Promise<void> {
  if (removed.length > 0)
    await tx.delete(userGroup).where(and(eq(userGroup.userId, userId), inArray(userGroup.groupId, removed)));
  if (added.length > 0) await tx.insert(userGroup).values(added.map((groupId) => ({ userId, groupId })));
}

/** Takes permissions of a user's own away and gives others. */
export async function changePermissionsOf(
  tx: Writer,
  userId: number,
  { added, removed }: Links<string>,
): Promise<void> {
  const gone = and(eq(userPermission.userId, userId), inArray(userPermission.permission, removed));
  if (removed.length > 0) await tx.delete(userPermission).where(gone);
  if (added.length > 0) await tx.insert(userPermission).values(added.map((permission) => ({ userId, permission })));
}
