import { os } from '@orpc/server';
import type { CallContext, CallRecord } from './context.ts';

/** Step 5: the session of the calling seat, by main's own clock; ended ones are gone. */
export const session = os
  .$context<CallContext & { call: CallRecord }>()
  .middleware(async ({ context, next }) =>
    next({ context: { session: await context.services.sessions.current(context.connection.seat) } }),
  );
