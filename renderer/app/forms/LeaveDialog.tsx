import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { stay } from '../leaving.ts';

interface Blocker {
  status: 'idle' | 'blocked';
  proceed?: (() => void) | undefined;
  reset?: (() => void) | undefined;
}

/** Asks before unsaved changes are lost. */
export function LeaveDialog({ blocker }: { blocker: Blocker }) {
  const { t } = useTranslation();
  const keep = () => {
    stay();
    blocker.reset?.();
  };
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={keep}
      title={t('form.leaveTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text>{t('form.leaveText')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('form.discard')}
        </Button>
        <Button onClick={keep} data-autofocus>
          {t('form.keep')}
        </Button>
      </Group>
    </Modal>
  );
}
