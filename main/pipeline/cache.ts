import { os } from '@orpc/server';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { CachePolicy, ProcedureMeta } from '#contract/ground/procedure.ts';
import { isPlain } from '#main/services/cache/entry.ts';
import { ANY_WRITE, digest } from '#main/services/cache/index.ts';
import type { Session } from '#main/services/sessions/index.ts';
import type { About, CallContext, CallRecord, Touched } from '../call/context.ts';

interface Kept {
  output: unknown;
  /** What the call looked at, for the audit of those who are served from here. */
  touched: Touched[];
  about?: About | undefined;
}
type Policy = Omit<CachePolicy, 'scope'> & { scope: CachePolicy['scope'] | 'session' };

/** Input is not yet checked here; what is longer than this goes on to be refused, or is nothing to keep. */
const LONGEST_INPUT = 5_000;

/**
 * Step 9: answers of reads that declare it are kept -- or of all reads, where the clinic wants that. The key holds
 * procedure, input and whose eyes the answer is for, so that nobody is served what was made for somebody else.
 */
export const cache = os
  .$context<CallContext & { call: CallRecord; user: CurrentUser | null; session: Session | null }>()
  .middleware(async ({ context, next }, input, output) => {
    const { call, services, user, session } = context;
    if (call.meta.effect === 'write') {
      try {
        return await next();
      } finally {
        services.caches.invalidate([ANY_WRITE]);
      }
    }
    const policy = user && policyFor(call.meta, services.settings.get('cache').siteSeconds);
    if (!policy || !isKeyable(input)) return next();
    const key = digest([call.procedure, scopeOf(policy.scope, user, session), input ?? null]);

    let asked = false;
    let own: Awaited<ReturnType<typeof next>> | undefined;
    const compute = async (): Promise<Kept | undefined> => {
      asked = true;
      own = await next();
      return isPlain(own.output) ? { output: own.output, touched: call.touched, about: call.about } : undefined;
    };
    try {
      const kept = await services.caches.named('procedures').getOrSet(key, compute, policy);
      if (own) return own;
      if (!kept) return next();
      call.touched.push(...kept.touched);
      if (kept.about) call.about = kept.about;
      return output(kept.output as never);
    } catch (error) {
      // Whoever waited for another's call does not share its failure: that window may just have been closed.
      if (asked) throw error;
      return next();
    }
  });

/** What the procedure declares, or what the clinic wants for all reads that people make on purpose. */
function policyFor(meta: ProcedureMeta, siteSeconds: number): Policy | null {
  if (meta.cache !== undefined) return meta.cache || null;
  const isOrdinary = meta.access !== 'public' && !meta.quiet && !meta.fresh && !meta.exempt;
  return siteSeconds > 0 && isOrdinary ? { seconds: siteSeconds, scope: 'session', tags: [ANY_WRITE] } : null;
}

function scopeOf(scope: Policy['scope'], user: CurrentUser, session: Session | null): unknown[] {
  if (scope === 'permissions') return ['rights', user.isSuperuser, [...user.permissions].sort()];
  return ['user', user.id, ...(scope === 'session' ? [session?.idHash ?? ''] : [])];
}

/** Only what JSON writes down in full tells two inputs apart. */
function isKeyable(input: unknown): boolean {
  return input === undefined || (isPlain(input) && JSON.stringify(input).length <= LONGEST_INPUT);
}
