import type { SessionRow } from '#contract/accounts/session.ts';
import { signInsOf } from '#db/queries/accounts/signIns.ts';
import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { notFound } from '#main/refusal.ts';
import type { Session } from '#main/services/sessions/index.ts';
import { changeOwnCredentials, newCredentials } from '../signIn/newCredentials.ts';

export { admin } from './admin.ts';

const { session: procedures } = api;

/** The page warns so many seconds before the station locks, and before the session ends. */
const WARNINGS = { warnBefore: 30, warnBeforeEnd: 600 };

const inSeconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);

/** Sessions as pages show them; `currentHash` is the one that asks. */
export function toSessionRows(sessions: Session[], currentHash: string | null): SessionRow[] {
  return sessions.map(({ idHash, createdAt, lastSeenAt, endsAt, workstation, address, appVersion }) => {
    const place = { workstation, address, appVersion };
    return { id: idHash, createdAt, lastSeenAt, endsAt, ...place, current: idHash === currentHash };
  });
}

export const handlers = {
  status: procedures.status.handler(({ context }) => {
    const { services, connection, session: found, user, locked } = context;
    const freshFor = locked ? 0 : inSeconds(services.sessions.freshFor(connection.station));
    if (!found || !user) return { state: 'signedOut', locksIn: null, endsIn: null, ...WARNINGS, freshFor: 0 };
    const left = services.sessions.left(connection.station, found);
    return {
      state: locked ? 'locked' : 'active',
      locksIn: locked ? 0 : inSeconds(left.locks),
      endsIn: inSeconds(left.ends),
      ...WARNINGS,
      freshFor,
    };
  }),
  copied: procedures.copied.handler(({ context }) => {
    context.services.ports.noteCopied?.();
    return {};
  }),
  list: procedures.list.handler(async ({ context }) => {
    const own = await context.services.sessions.listOf(callerOf(context).id);
    return toSessionRows(own, context.session?.idHash ?? null);
  }),
  end: procedures.end.handler(async ({ context, input }) => {
    const { id } = callerOf(context);
    if (!(await context.services.sessions.endOne(id, input.id))) throw notFound();
    await context.write(async (_tx, change) =>
      change.touched({ entity: 'user', id, action: 'signOut', details: { sessions: 'one ended' } }),
    );
    return {};
  }),
  endOthers: procedures.endOthers.handler(async ({ context }) => {
    const { id } = callerOf(context);
    const { ended } = await changeOwnCredentials(context, async (tx, change) => {
      change.touched({ entity: 'user', id, action: 'signOut', details: { sessions: 'all others ended' } });
      await newCredentials(tx, id);
    });
    return { ended };
  }),
  history: procedures.history.handler(({ context, input }) =>
    context.services.db.read((reader) => signInsOf(reader, callerOf(context).id, input)),
  ),
};
