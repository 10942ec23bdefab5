import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { refreshSession } from '#renderer/app/query.ts';
import { client } from '#renderer/client.ts';
import { CapsLockHint, useCapsLock } from '#renderer/ui/CapsLock.tsx';
import classes from './SignInPage.module.css';

/** Asks for the password, and for the username unless a tile told it. */
export function SignInForm({ username }: { username: string | null }) {
  const { t } = useTranslation('signIn');
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const capsLock = useCapsLock();
  const signIn = useMutation({
    mutationFn: () => client.accounts.signIn({ username: username ?? typed, password }),
    onSuccess: () => refreshSession(),
    onError: () => field.current?.select(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && !signIn.isPending) signIn.mutate();
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
      {signIn.isError && <ProblemNotice problem={problemOf(signIn.error)} />}
      <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
        {t('signIn')}
      </Button>
      <p className={classes.hint}>{t('forgotten')}</p>
    </form>
  );
}
