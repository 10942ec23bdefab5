import { plainName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { membersOf } from '#db/queries/accounts/groups.ts';
import { rightsOf } from '#db/queries/accounts/rights.ts';
import { api } from '#main/pipeline/index.ts';
import { wrongField } from '#main/refusal.ts';
import { isPermission, permissionCatalogue } from '#main/services/permissions.ts';
import { explain } from './explain.ts';
import { existingGroup } from './groups/load.ts';
import { difference } from './users/links.ts';

const { permissions: procedures } = api;

export const handlers = {
  catalogue: procedures.catalogue.handler(() => permissionCatalogue()),
  explain: procedures.explain.handler(({ context, input: { userId, permission } }) => {
    if (!isPermission(permission)) throw wrongField('permission', 'validation.invalid');
    return context.services.db.read((reader) => explain(reader, userId, permission));
  }),
  preview: procedures.preview.handler(({ context, input }) =>
    context.services.db.read((reader) => preview(reader, input.groupId, new Set(input.permissions))),
  ),
};

interface Difference {
  userId: number;
  name: string;
  permissions: string[];
}

/** What each active member of the group would gain and lose; superusers and the otherwise entitled lose nothing. */
async function preview(reader: Reader, groupId: number, wanted: Set<string>) {
  await existingGroup(reader, groupId);
  const gains: Difference[] = [];
  const loses: Difference[] = [];
  for (const who of await membersOf(reader, groupId)) {
    if (!who.isActive || who.isSuperuser) continue;
    const rights = await rightsOf(reader, who.id);
    const others = rights.groups.filter(({ id }) => id !== groupId).flatMap((entry) => [...entry.permissions]);
    const { added, removed } = difference(rights.permissions, [...rights.own, ...others, ...wanted]);
    const line = { userId: who.id, name: plainName(who) };
    if (added.length > 0) gains.push({ ...line, permissions: added.sort() });
    if (removed.length > 0) loses.push({ ...line, permissions: removed.sort() });
  }
  return { gains, loses };
}
