import { os } from '@orpc/server';
import { Refusal } from '#main/refusal.ts';
import { maintenanceAt } from '#main/services/maintenance.ts';
import { userAt } from '#main/services/userAt.ts';
import type { CallContext, CallRecord } from '../call/context.ts';
import { isExempt } from './meta.ts';

/** Step 4: while the clinic is closed for maintenance only superusers and exempt procedures get through. */
export const maintenance = os.$context<CallContext & { call: CallRecord }>().middleware(async ({ context, next }) => {
  const { services, call, connection } = context;
  const { state, message } = maintenanceAt(services.settings.get('maintenance'), services.clock.now());
  if (state === 'on' && !isExempt(call.meta, 'maintenance')) {
    const user = await userAt(services, connection.station);
    if (!user?.isSuperuser)
      throw new Refusal('MAINTENANCE', { sentence: { key: 'errors.maintenance', params: { message } } });
  }
  return next();
});
