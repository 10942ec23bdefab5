import { os } from '@orpc/server';
import { Refusal } from '#main/refusal.ts';
import { userAt } from '#main/services/userAt.ts';
import type { CallContext, CallRecord } from './context.ts';
import { isExempt } from './meta.ts';

/** Step 4: while the clinic is closed for maintenance only superusers and exempt procedures get through. */
export const maintenance = os.$context<CallContext & { call: CallRecord }>().middleware(async ({ context, next }) => {
  const { services, call, connection } = context;
  const { on, message } = services.settings.get('maintenance');
  if (on && !isExempt(call.meta, 'maintenance')) {
    const user = await userAt(services, connection.seat);
    if (!user?.isSuperuser)
      throw new Refusal('MAINTENANCE', { sentence: { key: 'errors.maintenance', params: { message } } });
  }
  return next();
});
