import { Anchor } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Sentence } from '#contract/ground/errors.ts';
import { useMaintenance } from '#renderer/app/maintenance.ts';
import { welcome } from '#renderer/app/messages.ts';
import { sentenceText } from '#renderer/app/problem.ts';
import { refreshSession } from '#renderer/app/query.ts';
import type { Start } from '#renderer/app/session.tsx';
import { arrive } from '#renderer/app/station/place.ts';
import { Logo } from '#renderer/ui/Logo.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { PlainPage } from '#renderer/ui/PlainPage.tsx';
import { RecentUsers } from './RecentUsers.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';
import { SignInForm } from './SignInForm.tsx';
import classes from './SignInPage.module.css';

const ForgottenForm = lazy(() => import('./ForgottenForm.tsx').then((module) => ({ default: module.ForgottenForm })));
const RegisterForm = lazy(() => import('./RegisterForm.tsx').then((module) => ({ default: module.RegisterForm })));

type Step = { name: 'password' | 'code' | 'register' } | { name: 'forgotten'; username: string };

interface SignInPageProps {
  start: Start;
  /** Somebody takes over a locked station; this goes back to the lock. */
  onBack?: () => void;
}

/** The door: who used this computer before, or a username, a password, and a code where one is asked for. */
export function SignInPage({ start, onBack }: SignInPageProps) {
  const { t } = useTranslation('signIn');
  const [chosen, setChosen] = useState(onBack ? '' : (start.recentUsers[0]?.username ?? ''));
  const [step, setStep] = useState<Step>({ name: 'password' });
  const [message, setMessage] = useState<Sentence | null>(null);
  const username = start.recentUsers.some((recentUser) => recentUser.username === chosen) ? chosen : null;
  const toPassword = (said: Sentence | null = null) => {
    setMessage(said);
    setStep({ name: 'password' });
  };
  const enter = async (user: CurrentUser) => {
    if (onBack) history.replaceState(null, '', '/');
    await arrive(user);
    welcome();
    await refreshSession();
  };
  return (
    <PlainPage wide foot={<Foot start={start} />}>
      <header className={classes.head}>
        <Logo size={40} />
        <h1 dir="auto">{start.clinicName || t('common:product')}</h1>
      </header>
      <MaintenanceNote />
      {step.name === 'password' && (
        <>
          {start.recentUsers.length > 0 && (
            <RecentUsers recentUsers={start.recentUsers} chosen={username} onChoose={setChosen} />
          )}
          {message && (
            <div className={classes.message} role="status">
              <Notice kind="ok">{sentenceText(message)}</Notice>
            </div>
          )}
          <SignInForm
            key={username}
            username={username}
            mayStay={start.mayStaySignedIn}
            onEntered={enter}
            onSecondFactor={() => setStep({ name: 'code' })}
            onForgotten={(name) => setStep({ name: 'forgotten', username: name })}
          />
          {!onBack && start.registration !== 'off' && (
            <Way onClick={() => setStep({ name: 'register' })}>{t('register.way')}</Way>
          )}
          {onBack && <Way onClick={onBack}>{t('lock.back')}</Way>}
        </>
      )}
      {step.name === 'code' && (
        <SecondFactorForm
          action={t('signIn')}
          rememberDays={start.rememberDays}
          onEntered={enter}
          onBack={() => toPassword()}
        />
      )}
      <Suspense fallback={null}>
        {step.name === 'forgotten' && (
          <ForgottenForm
            byMail={start.resetByMail}
            username={step.username}
            onBack={() => toPassword()}
            onDone={toPassword}
          />
        )}
        {step.name === 'register' && (
          <RegisterForm
            needsApproval={start.registration === 'approval'}
            onBack={() => toPassword()}
            onDone={toPassword}
          />
        )}
      </Suspense>
    </PlainPage>
  );
}

function Way({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <p className={classes.hint}>
      <Anchor component="button" type="button" size="sm" onClick={onClick}>
        {children}
      </Anchor>
    </p>
  );
}

function Foot({ start }: { start: Start }) {
  const { t } = useTranslation('signIn');
  return (
    <>
      <span dir="auto">{start.workstation}</span> · {t('version', { version: start.appVersion })}
      {start.keyInFile && <div className={classes.warning}>{t('keyInFile')}</div>}
    </>
  );
}

/** Whoever signs in now is told before that they cannot work yet. */
function MaintenanceNote() {
  const { t } = useTranslation('admin');
  const plan = useMaintenance();
  if (plan?.state !== 'on') return null;
  return (
    <div className={classes.message} role="status">
      <Notice kind="warn">
        {t('maintenance.signInNote')} {plan.message}
      </Notice>
    </div>
  );
}
