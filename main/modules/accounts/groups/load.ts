import type { GroupRecord } from '#contract/accounts/groups.ts';
import { plainName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { type Group, getGroup, membersOf, permissionsOfGroup } from '#db/queries/accounts/groups.ts';
import { notFound } from '#main/refusal.ts';

/** The stored row; raises NOT_FOUND. */
export async function existingGroup(reader: Reader, id: number): Promise<Group> {
  const row = await getGroup(reader, id);
  if (!row) throw notFound();
  return row;
}

/** A group with what it may and who is in it. Raises NOT_FOUND. */
export async function loadGroup(reader: Reader, id: number): Promise<GroupRecord> {
  return withLinks(reader, await existingGroup(reader, id));
}

/** A stored group together with what it may and who is in it. */
export async function withLinks(reader: Reader, row: Group): Promise<GroupRecord> {
  const members = (await membersOf(reader, row.id)).map((who) => ({ ...who, name: plainName(who) }));
  return { ...row, permissions: await permissionsOfGroup(reader, row.id), members };
}
