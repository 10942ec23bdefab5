import type { GroupForm, GroupRecord } from '#contract/accounts/groups.ts';
import type { Reader } from '#db/index.ts';
import {
  changePermissionsOfGroup,
  deleteGroup as deleteStored,
  type Group,
  groupNamed,
  membersOf,
  permissionsOfGroup,
} from '#db/queries/accounts/groups.ts';
import type { Links } from '#db/queries/accounts/rights.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { changeRecord, createRecord, type RecordVersion, recordAt, type Saving } from '#main/records/save.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { deleting } from '#main/services/saving.ts';
import { checkGranted, checkKnown, checkMayChangeGroup } from '../users/grants.ts';
import { difference, differs } from '../users/links.ts';
import { withLinks } from './load.ts';
import { groupStore } from './store.ts';

/**
 * Adds a group; the same form a second time answers the group it made the first time. Raises VALIDATION when the name is
 * taken, FORBIDDEN for a permission that the caller lacks, and IN_USE for another form with the same key.
 */
export function createGroup(
  context: Context,
  { createKey, group: form }: { createKey?: string | undefined; group: GroupForm },
): Promise<GroupRecord> {
  const { permissions, ...values } = form;
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const hasTheRest = async ({ id }: Group) => !differs(difference(await permissionsOfGroup(tx, id), permissions));
    const sent = createKey ? { createKey, form: values, hasTheRest } : null;
    const links = difference([], permissions);
    const make = async () => {
      await checkName(tx, form.name, null);
      checkPermissions(context, links);
      return values;
    };
    const details = { created: form.name, ...(differs(links) && { permissions: links }) };
    const row = await createRecord(at, groupStore, sent, make, details);
    await savePermissions(at, row.id, difference(await permissionsOfGroup(tx, row.id), permissions));
    return withLinks(tx, row);
  });
}

/** Changes a group that is still as the form showed it. Raises CONFLICT when it is not. */
export function updateGroup(context: Context, input: RecordVersion & { group: GroupForm }): Promise<GroupRecord> {
  const { group: form, ...place } = input;
  const { permissions, ...values } = form;
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const before = await recordAt(tx, groupStore, place);
    const held = await permissionsOfGroup(tx, place.id);
    checkMayChangeGroup(callerOf(context), place.id, held);
    await checkName(tx, form.name, place.id);
    const links = difference(held, permissions);
    checkPermissions(context, links);
    const beside = differs(links) ? { links: { permissions: links } } : {};
    const row = await changeRecord(at, groupStore, before, values, 'update', beside);
    await savePermissions(at, row.id, links);
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
    if (differs(difference(members, input.members))) throw inUse('accounts.groupHasMembers', { count: members.length });
    if (context.services.settings.get('accounts').registration.groupId === id) throw inUse('accounts.groupIsDefault');
    await deleting(change, 'group', id, () => deleteStored(tx, id));
    const links = { entity: 'group', id, links: 'permissions', added: [], removed: permissions } as const;
    await change.send('linksChanged', { ...links, added: [], userIds: members });
    change.touched({ entity: 'group', id, action: 'delete', details: { deleted: name, permissions, members } });
  });
}

const inUse = (key: string, params: Record<string, number> = {}) =>
  new Refusal('IN_USE', { reasons: [{ key, params }] });

function checkPermissions(context: Context, { added }: Links<string>): void {
  checkKnown('group.permissions', added);
  checkGranted(callerOf(context), added);
}

async function savePermissions({ tx, change }: Saving, id: number, links: Links<string>): Promise<void> {
  if (!differs(links)) return;
  await changePermissionsOfGroup(tx, id, links);
  const userIds = (await membersOf(tx, id)).map((who) => who.id);
  await change.send('linksChanged', { entity: 'group', id, links: 'permissions', ...links, userIds });
}

async function checkName(reader: Reader, name: string, own: number | null): Promise<void> {
  const taken = await groupNamed(reader, name);
  if (taken && taken.id !== own) throw wrongField('group.name', 'validation.groupTaken');
}
