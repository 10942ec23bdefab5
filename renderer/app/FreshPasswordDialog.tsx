import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../client.ts';
import { AttemptNotice } from './AttemptNotice.tsx';
import { freshPassword } from './freshPassword.ts';
import { useWait } from './useWait.ts';

/** Asks for the password once more where something dangerous is about to happen. */
export function FreshPasswordDialog() {
  const question = useSyncExternalStore(freshPassword.subscribe, freshPassword.get);
  // Whoever leaves the page has not given it.
  useEffect(() => () => freshPassword.get()?.settle(false), []);
  return question && <Dialog onDone={question.settle} />;
}

function Dialog({ onDone }: { onDone: (given: boolean) => void }) {
  const { t } = useTranslation('signIn');
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const confirm = useMutation({
    mutationFn: () => client.accounts.confirmPassword({ password }),
    onSuccess: () => onDone(true),
    onError: () => field.current?.select(),
    gcTime: 0,
  });
  const wait = useWait(confirm.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (password !== '' && !confirm.isPending && wait === 0) confirm.mutate();
  };
  return (
    <Modal
      opened
      onClose={() => onDone(false)}
      title={t('fresh.title')}
      zIndex={500}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('fresh.text')}</Text>
          <PasswordInput
            ref={field}
            label={t('password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          />
          <AttemptNotice error={confirm.error} wait={wait} wrong={t('wrongPassword')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onDone(false)}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={confirm.isPending} disabled={wait > 0}>
              {t('fresh.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
