import { os } from '@orpc/server';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Access, ProcedureMeta } from '#contract/ground/procedure.ts';
import { Refusal } from '#main/refusal.ts';
import { hasPermission, isStaff } from '#main/services/users.ts';
import type { CallContext, CallRecord } from '../call/context.ts';
import { isExempt } from './meta.ts';

/** Step 7: may this user call this procedure, now? What no rule allows is refused. */
export const authorization = os
  .$context<CallContext & { call: CallRecord; user: CurrentUser | null }>()
  .middleware(async ({ context, next }) => {
    const { call, user, services, connection } = context;
    const refusal = refusalOf(user, call.meta);
    if (refusal) throw refusal;
    if (call.meta.fresh && services.sessions.freshFor(connection.station) <= 0)
      throw new Refusal('FRESH_PASSWORD_REQUIRED');
    if (call.meta.bulk) services.diskSpace.refuseFrom('short');
    return next();
  });

/** Why this person may not call what is declared so; null when they may. Who explains rights asks this as well. */
export function refusalOf(user: CurrentUser | null, meta: ProcedureMeta): Refusal | null {
  const { access, staff } = meta;
  if (access !== 'public') {
    if (!user) return new Refusal('UNAUTHENTICATED');
    if (!isAllowed(user, access)) return forbidden(access);
    if (staff && !isStaff(user)) return new Refusal('FORBIDDEN');
  }
  const isHeldUp = user?.mustChangePassword && !isExempt(meta, 'passwordChange');
  return isHeldUp ? new Refusal('PASSWORD_CHANGE_REQUIRED') : null;
}

const forbidden = (access: Access) =>
  new Refusal('FORBIDDEN', access === 'superuser' ? { sentence: { key: 'accounts.superusersOnly' } } : {});

/** True when the declared access lets this user in. */
function isAllowed(user: CurrentUser, access: Exclude<Access, 'public'>): boolean {
  if (access === 'signedIn') return true;
  if (access === 'superuser') return user.isSuperuser;
  const permissions = typeof access === 'string' ? [access] : access;
  return permissions.some((permission) => hasPermission(user, permission));
}
