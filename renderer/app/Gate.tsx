import { lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../connection.ts';
import { LockPage } from '../features/accounts/signIn/LockPage.tsx';
import { SignInPage } from '../features/accounts/signIn/SignInPage.tsx';
import { PlainPage } from '../ui/PlainPage.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { MaintenancePage } from './MaintenancePage.tsx';
import { useMaintenance } from './maintenance.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { problemOf } from './problem.ts';
import { useRequestsToGo } from './requests.ts';
import { useHeldWhileArriving } from './seat/arriving.ts';
import { somebodyWasHere, useBeginningAnew } from './seat/beginningAnew.ts';
import { IdleWatch } from './seat/IdleWatch.tsx';
import { type Session, SessionProvider, type Start, useStart } from './session.tsx';

const loadWorkspace = () => import('./Workspace.tsx');
if (somebodyWasHere()) void loadWorkspace();

const Workspace = lazy(() => loadWorkspace().then((module) => ({ default: module.Workspace })));
const NoticesPlace = lazy(() => import('./NoticesPlace.tsx').then((module) => ({ default: module.NoticesPlace })));
const SetupPage = lazy(() =>
  import('../features/accounts/signIn/SetupPage.tsx').then((module) => ({ default: module.SetupPage })),
);
const NewPasswordPage = lazy(() =>
  import('../features/accounts/signIn/NewPasswordPage.tsx').then((module) => ({ default: module.NewPasswordPage })),
);

/** What stands in the window, and short notices above it. */
export function Gate() {
  return (
    <>
      <Door />
      <ConnectionNotice />
      <Later page={<NoticesPlace />} />
    </>
  );
}

/**
 * Decides what stands in the window: the wizard, sign-in, the lock, or the clinic. The address stays as it is, so that
 * one lands after signing in where one was heading.
 */
function Door() {
  const start = useStart();
  const data = useHeldWhileArriving(start.data);
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  useEffect(() => void setTimeout(() => void loadWorkspace(), 300), []);
  useRequestsToGo(data?.user ? null : keepForLater);
  const isOver = useBeginningAnew(data && (data.user?.id ?? null), data?.locked != null);

  if (state === 'refused') return <Refused />;
  // What is known stays on the page while it cannot be asked again: something may be being typed there.
  if (start.isError && !data) return <Unavailable error={start.error} retry={() => void start.refetch()} />;
  if (!data || isOver) return null;
  if (data.needsSetup) return <Later page={<SetupPage />} />;
  if (data.locked) return <LockPage start={data} owner={data.locked} />;
  if (data.user === null) return <SignInPage start={data} />;
  return <Inside start={{ ...data, user: data.user }} />;
}

function Inside({ start }: { start: Start & Session }) {
  const maintenance = useMaintenance();
  const closed = maintenance?.state === 'on' && !start.user.isSuperuser;
  const page = start.user.mustChangePassword ? <NewPasswordPage user={start.user} /> : <Workspace />;
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
