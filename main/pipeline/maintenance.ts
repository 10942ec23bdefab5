import { os } from '@orpc/server';
import { Refusal } from '#main/refusal.ts';
import { loadUser } from '#main/services/users.ts';
import type { CallContext, CallRecord } from './context.ts';

/** Step 4: while the clinic is closed for maintenance only superusers and exempt procedures get through. */
export const maintenance = os.$context<CallContext & { call: CallRecord }>().middleware(async ({ context, next }) => {
  const { services, call, connection } = context;
  const { on, message } = services.settings.get('maintenance');
  if (on && call.meta.exempt !== 'maintenance') {
    const session = await services.sessions.current(connection.seat);
    const user = session ? await loadUser(services.db, session.userId) : null;
    if (!user?.isSuperuser)
      throw new Refusal('MAINTENANCE', { sentence: { key: 'errors.maintenance', params: { message } } });
  }
  return next();
});
