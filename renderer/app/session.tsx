import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { type client, orpc } from '../client.ts';

/** What the first page knows before anybody signed in. */
export type Start = Awaited<ReturnType<typeof client.accounts.start>>;

/** What main tells about this computer and its user. */
export function useStart() {
  return useQuery(orpc.accounts.start.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
}

/** Who works here now. */
export interface Session {
  user: CurrentUser;
  clinicName: string;
  workstation: string;
  appVersion: string;
}

const SessionContext = createContext<Session | null>(null);

/** Gives the pages below the signed-in user. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The signed-in user and the place; only below `SessionProvider`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside of a signed-in page');
  return session;
}
