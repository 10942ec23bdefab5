import { os } from '@orpc/server';
import { Refusal } from '#main/refusal.ts';
import type { CallContext, CallRecord } from '../call/context.ts';
import { isExempt, isSomebodysDoing } from './meta.ts';

/** Step 5: the session of the calling station, by main's own clock; ended ones are gone, locked ones wait behind the lock. */
export const session = os.$context<CallContext & { call: CallRecord }>().middleware(async ({ context, next }) => {
  const { services, connection, call } = context;
  const found = await services.sessions.of(connection.station);
  if (found?.locked && !isExempt(call.meta, 'lock')) throw new Refusal('LOCKED');
  if (found && !found.locked && isSomebodysDoing(call.meta))
    await services.sessions.active(connection.station, found.session);
  return next({ context: { session: found?.session ?? null, locked: found?.locked ?? false } });
});
