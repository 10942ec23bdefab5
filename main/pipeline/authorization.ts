import { os } from '@orpc/server';
import type { CurrentUser } from '#contract/accounts.ts';
import type { Access } from '#contract/procedure.ts';
import { Refusal } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';
import type { CallContext, CallRecord } from './context.ts';

/** Step 7: may this user call this procedure? What no rule allows is refused. */
export const authorization = os
  .$context<CallContext & { call: CallRecord; user: CurrentUser | null }>()
  .middleware(async ({ context, next }) => {
    const { access } = context.call.meta;
    if (access !== 'public') {
      if (!context.user) throw new Refusal('UNAUTHENTICATED');
      if (!isAllowed(context.user, access)) throw new Refusal('FORBIDDEN');
    }
    return next();
  });

/** True when the declared access lets this user in. */
export function isAllowed(user: CurrentUser, access: Exclude<Access, 'public'>): boolean {
  if (access === 'signedIn') return true;
  const permissions = typeof access === 'string' ? [access] : access;
  return permissions.some((permission) => hasPermission(user, permission));
}
