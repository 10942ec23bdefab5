import type { Writer } from '#db/index.ts';
import { existingGroups } from '#db/queries/accounts/groups.ts';
import { changeGroupsOf, changePermissionsOf, type Links, rightsOf } from '#db/queries/accounts/rights.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import type { Saving } from '#main/records/save.ts';
import { wrongField } from '#main/refusal.ts';
import { checkGranted, checkGrantedGroups, checkKnown } from './grants.ts';

/** What is to be added and taken away so that `before` becomes `after`. */
export function difference<T>(before: Iterable<T>, after: Iterable<T>): Links<T> {
  const [old, next] = [new Set(before), new Set(after)];
  return { added: [...next].filter((value) => !old.has(value)), removed: [...old].filter((value) => !next.has(value)) };
}

/** Gives a user these groups and single permissions, and no others. */
export async function saveLinks(
  context: Context,
  { tx, change }: Saving,
  userId: number,
  wanted: { groupIds: number[]; permissions: string[] },
): Promise<void> {
  const rights = await rightsOf(tx, userId);
  const inGroups = rights.groups.map((entry) => entry.id);
  const groups = difference(inGroups, wanted.groupIds);
  const permissions = difference(rights.own, wanted.permissions);
  await checkAdded(context, tx, groups.added, permissions.added);
  await changeGroupsOf(tx, userId, groups);
  await changePermissionsOf(tx, userId, permissions);
  for (const [links, { added, removed }] of [['groups', groups] as const, ['permissions', permissions] as const]) {
    if (added.length + removed.length === 0) continue;
    await change.send('linksChanged', { entity: 'user', id: userId, links, added, removed, userIds: [userId] });
    change.touched({ entity: 'user', id: userId, action: 'update', details: { [links]: { added, removed } } });
  }
}

async function checkAdded(context: Context, tx: Writer, groupIds: number[], permissions: string[]): Promise<void> {
  if ((await existingGroups(tx, groupIds)).length < groupIds.length)
    throw wrongField('user.groupIds', 'validation.noSuchGroup');
  checkKnown('user.permissions', permissions);
  checkGranted(callerOf(context), permissions);
  await checkGrantedGroups(tx, callerOf(context), groupIds);
}
