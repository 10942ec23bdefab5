import { Anchor, Button, PasswordInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttemptNotice } from '#renderer/app/AttemptNotice.tsx';
import { refreshSession } from '#renderer/app/query.ts';
import type { Start } from '#renderer/app/session.tsx';
import { whileArriving } from '#renderer/app/station/arriving.ts';
import { clearAddress, resumePlace } from '#renderer/app/station/place.ts';
import { useWait } from '#renderer/app/useWait.ts';
import { client, recentUserUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { CapsLockHint, useCapsLock } from '#renderer/ui/CapsLock.tsx';
import { PlainPage } from '#renderer/ui/PlainPage.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';
import classes from './SignInPage.module.css';
import { SignInPage } from './SignInPage.tsx';

interface LockPageProps {
  start: Start;
  owner: NonNullable<Start['locked']>;
}

/** Covers everything while the station is locked: whose it is, and the ways in. */
export function LockPage({ start, owner }: LockPageProps) {
  const { t } = useTranslation('signIn');
  const [step, setStep] = useState<'password' | 'code' | 'other'>('password');
  const toPassword = () => setStep('password');
  useEffect(clearAddress, []);
  if (step === 'other') return <SignInPage start={start} onBack={toPassword} />;
  return (
    <PlainPage foot={<span dir="auto">{[start.clinicName, start.workstation].filter(Boolean).join(' · ')}</span>}>
      <header className={classes.head}>
        <Avatar name={owner.name} src={recentUserUrl(owner.photoId, 512)} size={112} />
        <div>
          <h1 dir="auto">{owner.name}</h1>
          <p className={classes.locked}>
            <IconLock size={16} aria-hidden="true" /> {t('lock.text')}
          </p>
        </div>
      </header>
      {step === 'code' ? (
        <SecondFactorForm
          action={t('lock.unlock')}
          rememberDays={start.rememberDays}
          onEntered={comeBack}
          onBack={toPassword}
        />
      ) : (
        <UnlockForm onSecondFactor={() => setStep('code')} />
      )}
      <p className={classes.hint}>
        <Anchor component="button" type="button" size="sm" onClick={() => setStep('other')}>
          {t('lock.other')}
        </Anchor>
      </p>
    </PlainPage>
  );
}

/** Everything as it was before the lock fell. */
async function comeBack(): Promise<void> {
  await resumePlace();
  await refreshSession();
}

function UnlockForm({ onSecondFactor }: { onSecondFactor: () => void }) {
  const { t } = useTranslation('signIn');
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const capsLock = useCapsLock();
  const unlock = useMutation({
    mutationFn: () =>
      whileArriving(async () => {
        const answer = await client.accounts.unlock({ password });
        return answer.needsSecondFactor ? onSecondFactor() : comeBack();
      }),
    gcTime: 0,
    onError: () => field.current?.select(),
  });
  const wait = useWait(unlock.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && !unlock.isPending && wait === 0) unlock.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit} {...capsLock.handlers}>
      <PasswordInput
        ref={field}
        label={t('password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
      />
      <CapsLockHint on={capsLock.on}>{t('capsLock')}</CapsLockHint>
      <AttemptNotice error={unlock.error} wait={wait} wrong={t('wrongPassword')} />
      <Button type="submit" size="md" loading={unlock.isPending} disabled={wait > 0} fullWidth>
        {t('lock.unlock')}
      </Button>
    </form>
  );
}
