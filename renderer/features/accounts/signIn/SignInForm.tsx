import { Anchor, Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { AttemptNotice } from '#renderer/app/AttemptNotice.tsx';
import { whileArriving } from '#renderer/app/station/arriving.ts';
import { useWait } from '#renderer/app/useWait.ts';
import { client } from '#renderer/client.ts';
import { CapsLockHint, useCapsLock } from '#renderer/ui/CapsLock.tsx';
import classes from './SignInPage.module.css';

interface SignInFormProps {
  /** Told by choosing a recent user; null asks for it. */
  username: string | null;
  mayStay: boolean;
  onEntered: (user: CurrentUser) => Promise<void>;
  /** The password was right, and a code of the authenticator is asked for. */
  onSecondFactor: () => void;
  onForgotten: (username: string) => void;
}

/** Asks for the password, and for the username unless a recent user was chosen. */
export function SignInForm({ username, mayStay, onEntered, onSecondFactor, onForgotten }: SignInFormProps) {
  const { t } = useTranslation('signIn');
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const [stay, setStay] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const capsLock = useCapsLock();
  const signIn = useMutation({
    mutationFn: () =>
      whileArriving(async () => {
        const answer = await client.accounts.signIn({ username: username ?? typed, password, stay });
        return answer.needsSecondFactor ? onSecondFactor() : onEntered(answer);
      }),
    gcTime: 0,
    onError: () => field.current?.select(),
  });
  const wait = useWait(signIn.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && !signIn.isPending && wait === 0) signIn.mutate();
  };

  return (
    <form className={classes.form} onSubmit={submit} {...capsLock.handlers}>
      {username === null && (
        <TextInput
          label={t('username')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="none"
          autoFocus
        />
      )}
      <PasswordInput
        ref={field}
        label={t('password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        autoFocus={username !== null}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
      />
      <CapsLockHint on={capsLock.on}>{t('capsLock')}</CapsLockHint>
      {mayStay && (
        <Checkbox label={t('stay')} checked={stay} onChange={(event) => setStay(event.currentTarget.checked)} />
      )}
      <AttemptNotice error={signIn.error} wait={wait} />
      <Button type="submit" size="md" loading={signIn.isPending} disabled={wait > 0} fullWidth>
        {t('signIn')}
      </Button>
      <p className={classes.hint}>
        <Anchor component="button" type="button" size="sm" onClick={() => onForgotten(username ?? typed)}>
          {t('forgotten')}
        </Anchor>
      </p>
    </form>
  );
}
