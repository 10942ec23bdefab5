import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../connection.ts';
import { PlainPage } from '../ui/PlainPage.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import type { Entrance } from './entrance.ts';
import { MaintenancePage } from './MaintenancePage.tsx';
import { useMaintenance } from './maintenance.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { problemOf } from './problem.ts';
import { useRequestsToGo } from './requests.ts';
import { type Session, SessionProvider, type Start, useStart } from './session.tsx';
import { useHeldWhileArriving } from './station/arriving.ts';
import { useBeginningAnew } from './station/beginningAnew.ts';
import { IdleWatch } from './station/IdleWatch.tsx';

const NoticesPlace = lazy(() => import('./NoticesPlace.tsx').then((module) => ({ default: module.NoticesPlace })));

/** What may stand in the window. */
export interface Rooms extends Entrance {
  Workspace: ComponentType;
  /** Has the workspace at hand before somebody is signed in. */
  loadWorkspace: () => Promise<unknown>;
}

/** What stands in the window, and short notices above it. */
export function Gate({ rooms }: { rooms: Rooms }) {
  return (
    <>
      <Door rooms={rooms} />
      <ConnectionNotice />
      <Later page={<NoticesPlace />} />
    </>
  );
}

/**
 * Decides what stands in the window: the wizard, sign-in, the lock, or the clinic. The address stays as it is, so that
 * one lands after signing in where one was heading.
 */
function Door({ rooms }: { rooms: Rooms }) {
  const { SetupPage, LockPage, SignInPage, loadWorkspace } = rooms;
  const start = useStart();
  const data = useHeldWhileArriving(start.data);
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  useEffect(() => void setTimeout(() => void loadWorkspace(), 300), [loadWorkspace]);
  useRequestsToGo(data?.user ? null : keepForLater);
  const isOver = useBeginningAnew(data && (data.user?.id ?? null), data?.locked != null);

  if (state === 'refused') return <Refused />;
  // What is known stays on the page while it cannot be asked again: something may be being typed there.
  if (start.isError && !data) return <Unavailable error={start.error} retry={() => void start.refetch()} />;
  if (!data || isOver) return null;
  if (data.needsSetup) return <Later page={<SetupPage />} />;
  if (data.locked) return <LockPage start={data} owner={data.locked} />;
  if (data.user === null) return <SignInPage start={data} />;
  return <Inside start={{ ...data, user: data.user }} rooms={rooms} />;
}

function Inside({ start, rooms: { NewPasswordPage, Workspace } }: { start: Start & Session; rooms: Rooms }) {
  const maintenance = useMaintenance();
  const closed = maintenance?.state === 'on' && !start.user.isSuperuser;
  const page = start.user.mustChangePassword ? <NewPasswordPage /> : <Workspace />;
  return (
    <SessionProvider session={start}>
      {closed && maintenance ? <MaintenancePage plan={maintenance} /> : <Later page={page} />}
      <IdleWatch />
    </SessionProvider>
  );
}

/** Where one is led before signing in is where one lands afterwards. */
const keepForLater = (path: string) => window.history.replaceState(null, '', path);

function Later({ page }: { page: ReactNode }) {
  return <Suspense fallback={null}>{page}</Suspense>;
}

function Refused() {
  const { t } = useTranslation('signIn');
  return (
    <PlainPage>
      <h1>{t('refused.title')}</h1>
      <p>{t('refused.text')}</p>
    </PlainPage>
  );
}

function Unavailable({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <PlainPage>
      <h1>{t('cannotStart')}</h1>
      <ProblemNotice problem={problemOf(error)} />
      <p>
        <button type="button" onClick={retry}>
          {t('tryAgain')}
        </button>
      </p>
    </PlainPage>
  );
}
