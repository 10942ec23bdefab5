import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { act, add, change, view } from '#contract/admin/rights.ts';
import type { Access } from '#contract/ground/procedure.ts';
import type { Permission } from '#contract/permission.ts';
import { hasPermission } from '#main/services/users.ts';
import { maySee } from './access.ts';
import type { AdminTable } from './table.ts';
import { adminTables } from './tables.ts';

/** What a permission does with a table: null where nothing, else what is needed to see what it does it with. */
type Use = (table: AdminTable, permission: Permission) => readonly Permission[] | null;

const uses = new Map<Access, Use>([
  [view, ({ may }, permission) => (may.view.includes(permission) ? [permission] : null)],
  [add, ({ may }, permission) => (may.add === permission ? may.view : null)],
  [
    act,
    ({ may, actions = [] }, permission) => (actions.some((one) => one.permission === permission) ? may.view : null),
  ],
  [change, changing],
]);

function changing({ may, parts = [] }: AdminTable, permission: Permission): readonly Permission[] | null {
  const seen = parts.filter((part) => part.change === permission).map((part) => part.view);
  if (seen.length > 0) return seen;
  return parts.length === 0 && may.change?.('') === permission ? may.view : null;
}

/**
 * Which permissions, one of which suffices, a holder of this one lacks to reach anything with it behind a procedure that
 * leaves the decision to its tables; none when they reach something.
 */
export function missingFor(user: CurrentUser, access: Access, permission: Permission): readonly Permission[] {
  const use = uses.get(access);
  if (!use) return [];
  const needed = adminTables().flatMap((table) => {
    const seen = use(table, permission);
    return seen ? [{ table, seen }] : [];
  });
  const isReached = needed.some(
    ({ table, seen }) => maySee(user, table) && seen.some((right) => hasPermission(user, right)),
  );
  return isReached ? [] : [...new Set(needed.flatMap(({ seen }) => seen))];
}
