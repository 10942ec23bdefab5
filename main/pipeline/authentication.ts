import { os } from '@orpc/server';
import type { Session } from '#main/services/sessions/index.ts';
import { loadUser } from '#main/services/users.ts';
import type { CallContext, CallRecord } from '../call/context.ts';

/** Step 6: who is calling, read anew on every call, so that a right taken away or a deactivation bites at once. */
export const authentication = os
  .$context<CallContext & { call: CallRecord; session: Session | null }>()
  .middleware(async ({ context, next }) => {
    const { session, services } = context;
    const user = session && (await loadUser(services.db, session.userId, session.credentialVersion));
    context.call.user = user;
    return next({ context: { user } });
  });
