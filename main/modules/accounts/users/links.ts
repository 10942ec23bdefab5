import { and, eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/index.ts';
import { group, userGroup, userPermission } from '#db/schema/index.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import type { Change } from '#main/call/context.ts';
import { wrongField } from '#main/refusal.ts';
import { rightsOf } from '#main/services/users.ts';
import { checkGranted, checkGrantedGroups, checkKnown } from './grants.ts';

/** What is to be added and taken away so that `before` becomes `after`. */
export function difference<T>(before: Iterable<T>, after: Iterable<T>): { added: T[]; removed: T[] } {
  const [old, next] = [new Set(before), new Set(after)];
  return { added: [...next].filter((value) => !old.has(value)), removed: [...old].filter((value) => !next.has(value)) };
}

/** Gives a user these groups and single permissions, and no others. */
export async function saveLinks(
  context: Context,
  tx: Writer,
  change: Change,
  userId: number,
  wanted: { groupIds: number[]; permissions: string[] },
): Promise<void> {
  const rights = rightsOf(tx, userId);
  const groups = difference(
    rights.groups.map((entry) => entry.id),
    wanted.groupIds,
  );
  const permissions = difference(rights.own, wanted.permissions);
  await checkAdded(context, tx, groups.added, permissions.added);
  const own = { userId };
  if (groups.removed.length > 0)
    await tx.delete(userGroup).where(and(eq(userGroup.userId, userId), inArray(userGroup.groupId, groups.removed)));
  if (groups.added.length > 0) await tx.insert(userGroup).values(groups.added.map((groupId) => ({ ...own, groupId })));
  if (permissions.removed.length > 0) {
    const gone = inArray(userPermission.permission, permissions.removed);
    await tx.delete(userPermission).where(and(eq(userPermission.userId, userId), gone));
  }
  if (permissions.added.length > 0)
    await tx.insert(userPermission).values(permissions.added.map((permission) => ({ ...own, permission })));
  for (const [links, { added, removed }] of [['groups', groups] as const, ['permissions', permissions] as const]) {
    if (added.length + removed.length === 0) continue;
    await change.send('linksChanged', { entity: 'user', id: userId, links, added, removed, userIds: [userId] });
    change.touched({ entity: 'user', id: userId, action: 'update', details: { [links]: { added, removed } } });
  }
}

async function checkAdded(context: Context, tx: Writer, groupIds: number[], permissions: string[]): Promise<void> {
  const known = await tx.select({ id: group.id }).from(group).where(inArray(group.id, groupIds));
  if (known.length < groupIds.length) throw wrongField('user.groupIds', 'validation.noSuchGroup');
  checkKnown('user.permissions', permissions);
  checkGranted(callerOf(context), permissions);
  await checkGrantedGroups(tx, callerOf(context), groupIds);
}
