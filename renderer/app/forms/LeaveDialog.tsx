import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { useLeaving } from './useLeaving.ts';

/** Asks before unsaved changes are lost. */
export function LeaveDialog({ leaving }: { leaving: ReturnType<typeof useLeaving> }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={leaving.isAsked}
      onClose={leaving.stay}
      title={t('form.leaveTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text>{t('form.leaveText')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={leaving.discard}>
          {t('form.discard')}
        </Button>
        <Button variant="default" onClick={leaving.putAside}>
          {t('form.putAside')}
        </Button>
        <Button onClick={leaving.stay} data-autofocus>
          {t('form.keep')}
        </Button>
      </Group>
    </Modal>
  );
}
