import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { Refusal } from '#main/refusal.ts';
import type { Session } from '#main/services/sessions/index.ts';
import type { CallContext, CallRecord, Write } from './context.ts';

/** What a handler of the accounts modules gets with a call. */
export type Context = CallContext & {
  call: CallRecord;
  write: Write;
  user: CurrentUser | null;
  session: Session | null;
};

/** The user who calls; raises UNAUTHENTICATED where there is none. */
export function callerOf({ user }: { user: CurrentUser | null }): CurrentUser {
  if (!user) throw new Refusal('UNAUTHENTICATED');
  return user;
}

/** The station of a call as signals tell of it. */
export const stationOf = ({ connection: { station } }: CallContext) => ({
  stationId: station.id,
  workstation: station.workstation,
  address: station.address,
});
