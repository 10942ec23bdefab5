import type { UserForm } from '#contract/accounts/users.ts';
import type { Reader, Writer } from '#db/index.ts';
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

/** Whether there is anything to add or take away. */
export const differs = ({ added, removed }: Links<unknown>): boolean => added.length + removed.length > 0;

/** What comes and goes of a user's groups and single permissions; what stays as it is is not named. */
export type UserLinks = { groups?: Links<number>; permissions?: Links<string> };

type Wanted = Pick<UserForm, 'groupIds' | 'permissions'>;

/** What is to come and to go so that a user, or a new one, has what their form says. */
export async function linksTo(reader: Reader, userId: number | null, wanted: Wanted): Promise<UserLinks> {
  const rights = userId === null ? { groups: [], own: [] } : await rightsOf(reader, userId);
  const groups = difference(
    rights.groups.map(({ id }) => id),
    wanted.groupIds,
  );
  const permissions = difference(rights.own, wanted.permissions);
  return { ...(differs(groups) && { groups }), ...(differs(permissions) && { permissions }) };
}

/** Raises VALIDATION for what there is not, and FORBIDDEN for what the caller could not give. */
export async function checkLinks(context: Context, tx: Writer, { groups, permissions }: UserLinks): Promise<void> {
  const groupIds = groups?.added ?? [];
  if ((await existingGroups(tx, groupIds)).length < groupIds.length)
    throw wrongField('user.groupIds', 'validation.noSuchGroup');
  checkKnown('user.permissions', permissions?.added ?? []);
  checkGranted(callerOf(context), permissions?.added ?? []);
  await checkGrantedGroups(tx, callerOf(context), groupIds);
}

/** Gives and takes; the audit hears of it with the user's own row. */
export async function saveLinks({ tx, change }: Saving, id: number, { groups, permissions }: UserLinks): Promise<void> {
  const one = { entity: 'user' as const, id, userIds: [id] };
  if (groups) {
    await changeGroupsOf(tx, id, groups);
    await change.send('linksChanged', { ...one, links: 'groups', ...groups });
  }
  if (permissions) {
    await changePermissionsOf(tx, id, permissions);
    await change.send('linksChanged', { ...one, links: 'permissions', ...permissions });
  }
}
