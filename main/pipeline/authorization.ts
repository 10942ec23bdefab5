import { os } from '@orpc/server';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Access } from '#contract/ground/procedure.ts';
import { Refusal } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';
import type { CallContext, CallRecord } from '../call/context.ts';
import { isExempt } from './meta.ts';

/** Step 7: may this user call this procedure, now? What no rule allows is refused. */
export const authorization = os
  .$context<CallContext & { call: CallRecord; user: CurrentUser | null }>()
  .middleware(async ({ context, next }) => {
    const { call, user, services, connection } = context;
    const { access, fresh } = call.meta;
    if (access !== 'public') {
      if (!user) throw new Refusal('UNAUTHENTICATED');
      if (!isAllowed(user, access)) throw forbidden(access);
    }
    if (user?.mustChangePassword && !isExempt(call.meta, 'passwordChange'))
      throw new Refusal('PASSWORD_CHANGE_REQUIRED');
    if (fresh && services.sessions.freshFor(connection.station) <= 0) throw new Refusal('FRESH_PASSWORD_REQUIRED');
    if (call.meta.bulk) services.diskSpace.refuseFrom('short');
    return next();
  });

const forbidden = (access: Access) =>
  new Refusal('FORBIDDEN', access === 'superuser' ? { sentence: { key: 'accounts.superusersOnly' } } : {});

/** True when the declared access lets this user in. */
export function isAllowed(user: CurrentUser, access: Exclude<Access, 'public'>): boolean {
  if (access === 'signedIn') return true;
  if (access === 'superuser') return user.isSuperuser;
  const permissions = typeof access === 'string' ? [access] : access;
  return permissions.some((permission) => hasPermission(user, permission));
}
