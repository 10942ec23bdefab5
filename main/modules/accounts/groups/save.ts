import type { GroupForm, GroupRecord } from '#contract/accounts/groups.ts';
import type { Reader } from '#db/index.ts';
import {
  changePermissionsOfGroup,
  deleteGroup as deleteStored,
  groupNamed,
  membersOf,
  permissionsOfGroup,
} from '#db/queries/accounts/groups.ts';
import type { Links } from '#db/queries/accounts/rights.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { createRecord, type RecordVersion, recordAt, type Saving, updateRecord } from '#main/records/save.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { deleting } from '#main/services/saving.ts';
import { checkGranted, checkKnown, checkMayChangeGroup } from '../users/grants.ts';
import { difference } from '../users/links.ts';
import { withLinks } from './load.ts';
import { groupStore } from './store.ts';

/** Adds a group. Raises VALIDATION when the name is taken, and FORBIDDEN for a permission that the caller lacks. */
export function createGroup(context: Context, { name, startPage, permissions }: GroupForm): Promise<GroupRecord> {
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const make = async () => {
      await checkName(tx, name, null);
      return { name, startPage };
    };
    const row = await createRecord(at, groupStore, null, make, { created: name });
    await savePermissions(context, at, row.id, difference([], permissions));
    return withLinks(tx, row);
  });
}

/** Changes a group that is still as the form showed it. Raises CONFLICT when it is not. */
export function updateGroup(context: Context, input: RecordVersion & { group: GroupForm }): Promise<GroupRecord> {
  const { group: form, ...place } = input;
  const { name, startPage, permissions } = form;
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const held = await permissionsOfGroup(tx, place.id);
    const row = await updateRecord(at, groupStore, place, async () => {
      checkMayChangeGroup(callerOf(context), place.id, held);
      await checkName(tx, name, place.id);
      return { name, startPage };
    });
    await savePermissions(context, at, row.id, difference(held, permissions));
    return withLinks(tx, row);
  });
}

/** Deletes a group that is empty, or whose every member was named by whoever deletes it. */
export function deleteGroup(context: Context, input: RecordVersion & { members: number[] }): Promise<void> {
  const { id } = input;
  return context.write(async (tx, change) => {
    const { name } = await recordAt(tx, groupStore, input);
    const permissions = await permissionsOfGroup(tx, id);
    checkMayChangeGroup(callerOf(context), id, permissions);
    const members = (await membersOf(tx, id)).map((who) => who.id);
    const { added, removed } = difference(members, input.members);
    if (added.length + removed.length > 0) throw inUse('accounts.groupHasMembers', { count: members.length });
    if (context.services.settings.get('accounts').registration.groupId === id) throw inUse('accounts.groupIsDefault');
    await deleting(change, 'group', id, () => deleteStored(tx, id));
    const links = { entity: 'group', id, links: 'permissions', added: [], removed: permissions } as const;
    await change.send('linksChanged', { ...links, added: [], userIds: members });
    change.touched({ entity: 'group', id, action: 'delete', details: { deleted: name, permissions, members } });
  });
}

const inUse = (key: string, params: Record<string, number> = {}) =>
  new Refusal('IN_USE', { reasons: [{ key, params }] });

async function savePermissions(context: Context, { tx, change }: Saving, id: number, links: Links<string>) {
  const { added, removed } = links;
  checkKnown('group.permissions', added);
  checkGranted(callerOf(context), added);
  if (added.length + removed.length === 0) return;
  await changePermissionsOfGroup(tx, id, links);
  const userIds = (await membersOf(tx, id)).map((who) => who.id);
  await change.send('linksChanged', { entity: 'group', id, links: 'permissions', added, removed, userIds });
  change.touched({ entity: 'group', id, action: 'update', details: { permissions: { added, removed } } });
}

async function checkName(reader: Reader, name: string, own: number | null): Promise<void> {
  const taken = await groupNamed(reader, name);
  if (taken && taken.id !== own) throw wrongField('group.name', 'validation.groupTaken');
}
