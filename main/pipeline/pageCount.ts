import { os } from '@orpc/server';
import type { CallContext, CallRecord } from '../call/context.ts';

/** Step 9: counts the visit of a page, per user, once the call that fills the page has succeeded. */
export const pageCount = os.$context<CallContext & { call: CallRecord }>().middleware(async ({ context, next }) => {
  const result = await next();
  const { call, services } = context;
  if (call.user && call.meta.page) services.pageCounts.visit(call.meta.page, call.user.id);
  return result;
});
