import { implement } from '@orpc/server';
import { contract } from '#contract/index.ts';
import type { CallContext } from '../call/context.ts';
import { audit } from './audit.ts';
import { authentication } from './authentication.ts';
import { authorization } from './authorization.ts';
import { cache } from './cache.ts';
import { errors } from './errors.ts';
import { input } from './input.ts';
import { maintenance } from './maintenance.ts';
import { messages } from './messages.ts';
import { requestLog } from './requestLog.ts';
import { session } from './session.ts';

/** The policy of every call, outermost first. After the last step the library checks input, runs the handler, checks output. */
export const api = implement(contract)
  .$context<CallContext>()
  .use(requestLog)
  .use(errors)
  .use(audit)
  .use(maintenance)
  .use(session)
  .use(authentication)
  .use(authorization)
  .use(messages)
  .use(cache)
  .use(input);
