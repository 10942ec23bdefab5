import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { group, groupPermission, user, userGroup } from '#db/schema/accounts/accounts.ts';
import type { Links } from './rights.ts';
import type { User } from './users.ts';

export type Group = typeof group.$inferSelect;
/** What a new group is made of. */
export type NewGroup = Omit<typeof group.$inferInsert, 'id' | 'version'>;
/** What may change on a group; `updatedAt` always does. */
export type GroupChanges = Partial<Omit<NewGroup, 'createdAt' | 'createKey'>> & { updatedAt: number };

/** The group with this id, or undefined. */
export async function getGroup(reader: Reader, id: number): Promise<Group | undefined> {
  return reader.select().from(group).where(eq(group.id, id)).get();
}

/** The group of this name, or undefined. */
export async function groupNamed(reader: Reader, name: string): Promise<Group | undefined> {
  return reader.select().from(group).where(eq(group.name, name)).get();
}

const countIn = (table: 'user_group' | 'group_permission') =>
  sql<number>`(select count(*) from ${sql.identifier(table)} where group_id = ${sql.identifier('group')}.id)`;

/** Every group by name, with how many people are in it and how many permissions it has. */
export async function listGroups(reader: Reader): Promise<Array<Group & { members: number; rights: number }>> {
  return reader
    .select({ ...getTableColumns(group), members: countIn('user_group'), rights: countIn('group_permission') })
    .from(group)
    .orderBy(asc(group.name));
}

/** Those of these ids that are groups. */
export async function existingGroups(reader: Reader, ids: number[]): Promise<number[]> {
  const rows = await reader.select({ id: group.id }).from(group).where(inArray(group.id, ids));
  return rows.map(({ id }) => id);
}

/** Everybody in the group, active or not, by name. */
export async function membersOf(reader: Reader, id: number): Promise<User[]> {
  const rows = await reader
    .select({ user })
    .from(userGroup)
    .innerJoin(user, eq(user.id, userGroup.userId))
    .where(eq(userGroup.groupId, id))
    .orderBy(asc(user.familyName), asc(user.givenName));
  return rows.map(({ user: row }) => row);
}

/** What members of the group may do, in alphabetical order. */
export async function permissionsOfGroup(reader: Reader, id: number): Promise<string[]> {
  const rows = await reader.select().from(groupPermission).where(eq(groupPermission.groupId, id));
  return rows.map(({ permission }) => permission).sort();
}

/** The groups that give this permission, by name. */
export async function groupsGiving(reader: Reader, permission: string): Promise<Array<{ id: number; name: string }>> {
  return reader
    .select({ id: group.id, name: group.name })
    .from(groupPermission)
    .innerJoin(group, eq(group.id, groupPermission.groupId))
    .where(eq(groupPermission.permission, permission))
    .orderBy(asc(group.name));
}

/** The group that a form with this create key has made, or undefined. */
export async function groupMadeBy(reader: Reader, createKey: string): Promise<Group | undefined> {
  return reader.select().from(group).where(eq(group.createKey, createKey)).get();
}

/** Adds a group. Raises SQLite's constraint error when the name is taken. */
export async function insertGroup(tx: Writer, values: NewGroup): Promise<Group> {
  return tx.insert(group).values(values).returning().get();
}

/** Changes a group that is still as `before`. Returns the new row, or undefined when somebody else was first. */
export async function updateGroup(
  tx: Writer,
  { id, version }: Group,
  changes: GroupChanges,
): Promise<Group | undefined> {
  return tx
    .update(group)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(group.id, id), eq(group.version, version)))
    .returning()
    .get();
}

/** Removes a group for good, with its permissions and memberships. */
export async function deleteGroup(tx: Writer, id: number): Promise<void> {
  await tx.delete(group).where(eq(group.id, id));
}

/** Takes permissions of a group away and gives others. */
export async function changePermissionsOfGroup(
  tx: Writer,
  groupId: number,
  { added, removed }: Links<string>,
): Promise<void> {
  const gone = and(eq(groupPermission.groupId, groupId), inArray(groupPermission.permission, removed));
  if (removed.length > 0) await tx.delete(groupPermission).where(gone);
  if (added.length > 0) await tx.insert(groupPermission).values(added.map((permission) => ({ groupId, permission })));
}
