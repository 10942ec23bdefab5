import { asc, eq } from 'drizzle-orm';
import type { GroupRecord } from '#contract/accounts/groups.ts';
import { plainName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { group, groupPermission, user, userGroup } from '#db/schema/index.ts';
import { notFound } from '#main/refusal.ts';

/** The stored row; raises NOT_FOUND. */
export async function existingGroup(reader: Reader, id: number): Promise<typeof group.$inferSelect> {
  const [row] = await reader.select().from(group).where(eq(group.id, id));
  if (!row) throw notFound();
  return row;
}

export async function permissionsOf(reader: Reader, id: number): Promise<string[]> {
  const rows = await reader.select().from(groupPermission).where(eq(groupPermission.groupId, id));
  return rows.map(({ permission }) => permission).sort();
}

/** Everybody in the group, active or not, by name. */
export async function membersOf(reader: Reader, id: number) {
  const rows = await reader
    .select({ user })
    .from(userGroup)
    .innerJoin(user, eq(user.id, userGroup.userId))
    .where(eq(userGroup.groupId, id))
    .orderBy(asc(user.familyName), asc(user.givenName));
  return rows.map(({ user: row }) => row);
}

/** A group with what it may and who is in it. Raises NOT_FOUND. */
export async function loadGroup(reader: Reader, id: number): Promise<GroupRecord> {
  const row = await existingGroup(reader, id);
  const members = (await membersOf(reader, id)).map((who) => ({ ...who, name: plainName(who) }));
  return { ...row, permissions: await permissionsOf(reader, id), members };
}
