import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Permission } from '#contract/permission.ts';
import type { Reader } from '#db/index.ts';
import { groupsGiving } from '#db/queries/accounts/groups.ts';
import { rightsOf } from '#db/queries/accounts/rights.ts';
import { missingFor } from '#main/admin/reach.ts';
import { refusalOf } from '#main/pipeline/authorization.ts';
import { type DeclaredProcedure, declaredProcedures, permissionsIn } from '#main/services/permissions.ts';
import { isStaff, readAccount } from '#main/services/users.ts';
import { existingUser } from './users/load.ts';

/**
 * Why a user may or may not: whether they hold the permission and by what, and what each procedure that it opens answers
 * them, by the very rules that calls are refused by. Of a permission they do not hold, what they would need beside it.
 */
export async function explain(reader: Reader, userId: number, permission: Permission) {
  const { isActive, isSuperuser } = await existingUser(reader, userId);
  const rights = await rightsOf(reader, userId);
  const held = isSuperuser || rights.permissions.has(permission);
  const giving = await groupsGiving(reader, permission);
  const isIn = ({ id }: { id: number }) => rights.groups.some((entry) => entry.id === id);
  const { user } = await readAccount(reader, userId);
  const holder = user && { ...user, permissions: [...user.permissions, permission] };
  const answers = opened(permission).map((procedure) => answerTo(holder, procedure, permission));
  return {
    allowed: held && answers.some(({ outcome }) => outcome === 'ok'),
    held,
    isActive,
    isSuperuser,
    own: rights.own.has(permission),
    groups: giving.filter(isIn),
    couldJoin: giving.filter((entry) => !isIn(entry)),
    opens: answers.map(({ procedure, outcome }) => ({ procedure, outcome })),
    needsStaff: holder !== null && !isStaff(holder) && answers.some(({ forStaff }) => forStaff),
    needsPassword: user?.mustChangePassword ?? false,
    needsRights: [...new Set(answers.flatMap(({ missing }) => missing))],
  };
}

const opened = (permission: Permission) =>
  declaredProcedures().filter(({ meta }) => permissionsIn(meta.access).includes(permission));

/** What a call of the procedure is answered, for what this permission is for. */
function answerTo(holder: CurrentUser | null, { name, meta }: DeclaredProcedure, permission: Permission) {
  const missing = holder ? missingFor(holder, meta.access, permission) : [];
  const refused = refusalOf(holder, meta)?.code ?? (missing.length > 0 ? 'FORBIDDEN' : null);
  return { procedure: name, outcome: refused ?? ('ok' as const), forStaff: meta.staff ?? false, missing };
}
