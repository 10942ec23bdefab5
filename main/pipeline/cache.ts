import { os } from '@orpc/server';
import type { CurrentUser } from '#contract/accounts.ts';
import type { CallContext, CallRecord } from './context.ts';

/**
 * Step 10: answers of reads that declare it are kept; the key holds procedure, input and whose eyes they are for.
 * The input is not yet validated here, so only plain JSON serves as a key.
 */
export const cache = os
  .$context<CallContext & { call: CallRecord; user: CurrentUser | null }>()
  .middleware(async ({ context, next }, input, output) => {
    const { call, services, user } = context;
    const policy = call.meta.cache;
    if (!policy || call.meta.effect !== 'read' || !user) return next();
    const scope =
      policy.scope === 'user' ? `user ${user.id}` : `rights ${user.isSuperuser} ${[...user.permissions].sort().join()}`;
    const key = JSON.stringify([call.procedure, scope, input ?? null]);
    const kept = services.cache.get(key);
    if (kept !== undefined) return output(kept as never);
    const generation = services.cache.generation;
    const result = await next();
    if (services.cache.generation === generation) services.cache.set(key, result.output, policy.seconds, policy.tags);
    return result;
  });
