import {
  type StandardHandleResult,
  type StandardHandlerInterceptorOptions,
  StandardRPCHandler,
} from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import type { ServerPeerHandleRequestFn } from '@orpc/standard-server-peer';
import type { Backend } from '#main/backend.ts';
import type { CallContext, Connection } from '#main/call/context.ts';

/** The answer's header in which notices ride. */
export const NOTICES_HEADER = 'clinic-notices';

/** Answers the calls of any connection to a backend. */
export function answering({ router, services }: Backend): (connection: Connection) => ServerPeerHandleRequestFn {
  const handler = new StandardRPCHandler(router, { interceptors: [deliverNotices] });
  return (connection) => createServerPeerHandleRequestFn(handler, { context: { services, connection, notices: [] } });
}

type Options = StandardHandlerInterceptorOptions<CallContext> & {
  next(options?: StandardHandlerInterceptorOptions<CallContext>): Promise<StandardHandleResult>;
};

/** Gives each call its own list of notices and sends what gathered there back with the answer. */
async function deliverNotices(options: Options): Promise<StandardHandleResult> {
  const context: CallContext = { ...options.context, notices: [] };
  const result = await options.next({ ...options, context });
  if (result.matched && context.notices.length > 0) {
    result.response.headers[NOTICES_HEADER] = encodeURIComponent(JSON.stringify(context.notices));
  }
  return result;
}
