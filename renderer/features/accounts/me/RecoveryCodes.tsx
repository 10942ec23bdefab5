import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { download } from '#renderer/app/download.ts';
import { useSession } from '#renderer/app/session.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import classes from './account.module.css';
import { CopyButton } from './CopyButton.tsx';
import print from './RecoveryCodes.module.css';

/** Shows new recovery codes, this once, and helps to keep them. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation('account');
  const { clinicName, user } = useSession();
  const heading = t('codes.heading', { clinic: clinicName, username: user.username });
  const text = [heading, t('codes.use'), '', ...codes, ''].join('\r\n');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('codes.title')}
      size={560}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Notice kind="warn">{t('codes.text')}</Notice>
        <div className={print.sheet}>
          <p className={print.heading}>{heading}</p>
          <p className={print.heading}>{t('codes.use')}</p>
          <ul className={classes.codes} aria-label={t('codes.title')}>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
        <Group gap="xs">
          <Button
            variant="default"
            data-autofocus
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('codes.print')}
          </Button>
          <CopyButton text={text} label={t('codes.copy')} />
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => download('clinic-desk-recovery-codes.txt', 'text/plain', text)}
          >
            {t('codes.download')}
          </Button>
          <Button ml="auto" onClick={onClose}>
            {t('codes.kept')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
