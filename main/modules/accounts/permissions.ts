import { plainName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { groupsGiving, membersOf } from '#db/queries/accounts/groups.ts';
import { rightsOf } from '#db/queries/accounts/rights.ts';
import { api } from '#main/pipeline/index.ts';
import { permissionCatalogue } from '#main/services/permissions.ts';
import { existingGroup } from './groups/load.ts';
import { difference } from './users/links.ts';
import { existingUser } from './users/load.ts';

const { permissions: procedures } = api;

export const handlers = {
  catalogue: procedures.catalogue.handler(() => permissionCatalogue()),
  explain: procedures.explain.handler(({ context, input }) =>
    context.services.db.read((reader) => explain(reader, input.userId, input.permission)),
  ),
  preview: procedures.preview.handler(({ context, input }) =>
    context.services.db.read((reader) => preview(reader, input.groupId, new Set(input.permissions))),
  ),
};

/** Why a user may or may not: each source that gives the permission, and the groups that would. */
async function explain(reader: Reader, userId: number, permission: string) {
  const { isActive, isSuperuser } = await existingUser(reader, userId);
  const rights = await rightsOf(reader, userId);
  const giving = await groupsGiving(reader, permission);
  const isIn = ({ id }: { id: number }) => rights.groups.some((entry) => entry.id === id);
  return {
    allowed: isActive && (isSuperuser || rights.permissions.has(permission)),
    isActive,
    isSuperuser,
    own: rights.own.has(permission),
    groups: giving.filter(isIn),
    couldJoin: giving.filter((entry) => !isIn(entry)),
  };
}

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
