import type { StandardHandleResult, StandardHandlerInterceptorOptions } from '@orpc/server/standard';
import type { CallContext } from '#main/pipeline/context.ts';

/** The answer's header in which notices ride. */
export const NOTICES_HEADER = 'clinic-notices';

/** The largest message a page may send: a photo of the largest allowed size and its wrapping. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

type Options = StandardHandlerInterceptorOptions<CallContext> & {
  next(options?: StandardHandlerInterceptorOptions<CallContext>): Promise<StandardHandleResult>;
};

/** Gives each call its own list of notices and sends what gathered there back with the answer. */
export async function deliverNotices(options: Options): Promise<StandardHandleResult> {
  const context: CallContext = { ...options.context, notices: [] };
  const result = await options.next({ ...options, context });
  if (result.matched && context.notices.length > 0) {
    result.response.headers[NOTICES_HEADER] = encodeURIComponent(JSON.stringify(context.notices));
  }
  return result;
}
