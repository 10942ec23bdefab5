import { os } from '@orpc/server';
import type { CallContext, CallRecord } from './context.ts';

/** Step 8: notices that wait for the user ride back with the answer, each once. */
export const messages = os.$context<CallContext & { call: CallRecord }>().middleware(async ({ context, next }) => {
  const result = await next();
  const { call, services, notices } = context;
  if (call.user && !call.meta.quiet) notices.push(...(await services.messages.take(call.user.id)));
  return result;
});
