import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../client.ts';
import { i18n } from './i18n.ts';
import { failedWith, problemOf } from './problem.ts';

/** The call was not made, since nobody gave the password it needs. */
export class GivenUp extends Error {}

/** Makes a call; when main wants the password once more, asks for it and makes the call again. */
export async function withFreshPassword<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!failedWith(error, 'FRESH_PASSWORD_REQUIRED')) throw error;
    await askPassword();
    return call();
  }
}

/** Ends quietly what somebody gave up at the password. */
export function quietly(report: (error: unknown) => void): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof GivenUp)) report(error);
  };
}

function askPassword(): Promise<void> {
  return new Promise((resolve, reject) => {
    let given = false;
    const id = modals.open({
      title: i18n.t('admin:fresh.title'),
      closeButtonProps: { 'aria-label': i18n.t('close') },
      onClose: () => (given ? resolve() : reject(new GivenUp())),
      children: (
        <Ask
          done={() => {
            given = true;
            modals.close(id);
          }}
          cancel={() => modals.close(id)}
        />
      ),
    });
  });
}

function Ask({ done, cancel }: { done: () => void; cancel: () => void }) {
  const { t } = useTranslation('admin');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const go = (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    client.accounts
      .confirmPassword({ password })
      .then(done, (reason: unknown) => setError(problemOf(reason).text))
      .finally(() => setAsking(false));
  };
  return (
    <form onSubmit={go}>
      <Text mb="md">{t('fresh.text')}</Text>
      <PasswordInput
        label={t('fresh.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={error}
        autoComplete="current-password"
        data-autofocus
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={cancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={asking} disabled={password === ''}>
          {t('fresh.go')}
        </Button>
      </Group>
    </form>
  );
}
