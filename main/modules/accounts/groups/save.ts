import { and, eq, inArray } from 'drizzle-orm';
import type { GroupForm, GroupRecord } from '#contract/accounts/groups.ts';
import type { Writer } from '#db/index.ts';
import { group, groupPermission } from '#db/schema/index.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import type { Change } from '#main/call/context.ts';
import { changedFields } from '#main/records/changes.ts';
import { conflict, Refusal, wrongField } from '#main/refusal.ts';
import { deleting, saving } from '#main/services/saving.ts';
import { checkGranted, checkKnown, checkMayChangeGroup } from '../users/grants.ts';
import { difference } from '../users/links.ts';
import { existingGroup, loadGroup, membersOf, permissionsOf } from './load.ts';

export function createGroup(context: Context, form: GroupForm): Promise<GroupRecord> {
  const now = context.services.clock.now();
  return context.write(async (tx, change) => {
    await checkName(tx, form.name, null);
    const row = await saving(change, 'group', null, async () => {
      const { name, startPage } = form;
      const [made] = await tx.insert(group).values({ name, startPage, createdAt: now, updatedAt: now }).returning();
      if (!made) throw new Error('the group was not stored');
      return made;
    });
    await savePermissions(context, tx, change, row.id, form.permissions);
    change.touched({ entity: 'group', id: row.id, action: 'create', details: { created: row.name } });
    return loadGroup(tx, row.id);
  });
}

/** Changes a group that is still as the form showed it. Raises CONFLICT when it is not. */
export function updateGroup(
  context: Context,
  input: { id: number; version: number; group: GroupForm },
): Promise<GroupRecord> {
  return context.write(async (tx, change) => {
    const before = await existingGroup(tx, input.id);
    if (before.version !== input.version) throw conflict(before.version);
    checkMayChangeGroup(callerOf(context), input.id, await permissionsOf(tx, input.id));
    const { name, startPage, permissions } = input.group;
    await checkName(tx, name, input.id);
    const saved = await saving(change, 'group', input.id, async () => {
      const changes = { name, startPage, version: before.version + 1, updatedAt: context.services.clock.now() };
      const [row] = await tx.update(group).set(changes).where(eq(group.id, input.id)).returning();
      if (!row) throw conflict(before.version);
      return row;
    });
    await savePermissions(context, tx, change, input.id, permissions);
    change.touched({
      entity: 'group',
      id: input.id,
      action: 'update',
      details: { changed: changedFields(before, saved, ['name', 'startPage']) },
    });
    return loadGroup(tx, input.id);
  });
}

/** Deletes a group that is empty, or whose every member was named by whoever deletes it. */
export function deleteGroup(
  context: Context,
  input: { id: number; version: number; members: number[] },
): Promise<void> {
  return context.write(async (tx, change) => {
    const before = await existingGroup(tx, input.id);
    if (before.version !== input.version) throw conflict(before.version);
    const permissions = await permissionsOf(tx, input.id);
    checkMayChangeGroup(callerOf(context), input.id, permissions);
    const members = (await membersOf(tx, input.id)).map(({ id }) => id);
    const { added, removed } = difference(members, input.members);
    if (added.length + removed.length > 0) throw inUse('accounts.groupHasMembers', { count: members.length });
    if (context.services.settings.get('accounts').registration.groupId === input.id)
      throw inUse('accounts.groupIsDefault');
    await deleting(change, 'group', input.id, async () => void (await tx.delete(group).where(eq(group.id, input.id))));
    const links = { entity: 'group', id: input.id, links: 'permissions', added: [], removed: permissions } as const;
    await change.send('linksChanged', { ...links, added: [], userIds: members });
    change.touched({
      entity: 'group',
      id: input.id,
      action: 'delete',
      details: { deleted: before.name, permissions, members },
    });
  });
}

const inUse = (key: string, params: Record<string, number> = {}) =>
  new Refusal('IN_USE', { reasons: [{ key, params }] });

async function savePermissions(
  context: Context,
  tx: Writer,
  change: Change,
  id: number,
  wanted: string[],
): Promise<void> {
  const { added, removed } = difference(await permissionsOf(tx, id), wanted);
  checkKnown('group.permissions', added);
  checkGranted(callerOf(context), added);
  if (removed.length > 0) {
    const gone = inArray(groupPermission.permission, removed);
    await tx.delete(groupPermission).where(and(eq(groupPermission.groupId, id), gone));
  }
  if (added.length > 0)
    await tx.insert(groupPermission).values(added.map((permission) => ({ groupId: id, permission })));
  if (added.length + removed.length === 0) return;
  const userIds = (await membersOf(tx, id)).map((who) => who.id);
  await change.send('linksChanged', { entity: 'group', id, links: 'permissions', added, removed, userIds });
  change.touched({ entity: 'group', id, action: 'update', details: { permissions: { added, removed } } });
}

async function checkName(tx: Writer, name: string, own: number | null): Promise<void> {
  const [taken] = await tx.select({ id: group.id }).from(group).where(eq(group.name, name));
  if (taken && taken.id !== own) throw wrongField('group.name', 'validation.groupTaken');
}
