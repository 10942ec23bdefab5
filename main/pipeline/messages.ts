import { os } from '@orpc/server';
import type { CallContext, CallRecord } from '../call/context.ts';

/** Step 8: notices that wait for the station or its user ride back with the answer, each once. */
export const messages = os.$context<CallContext & { call: CallRecord }>().middleware(async ({ context, next }) => {
  const result = await next();
  const { call, services, notices, connection } = context;
  if (call.meta.quiet) return result;
  notices.push(...services.messages.takeAt(connection.station));
  if (call.user) notices.push(...(await services.messages.take(call.user.id)));
  return result;
});
