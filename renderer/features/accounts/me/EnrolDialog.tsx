import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { code } from '#contract/accounts/signIn.ts';
import { AttemptNotice } from '#renderer/app/AttemptNotice.tsx';
import { client } from '#renderer/client.ts';
import { useAccountForm } from '#renderer/features/accounts/signIn/useAccountForm.ts';
import classes from './account.module.css';
import { CopyButton } from './CopyButton.tsx';

interface EnrolDialogProps {
  secret: string;
  /** A picture as a data URL. */
  qr: string;
  onClose: () => void;
  onDone: (codes: string[]) => void;
}

const schema = z.object({ code });
const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** Takes an authenticator into use: its first code shows that it works. */
export function EnrolDialog({ secret, qr, onClose, onDone }: EnrolDialogProps) {
  const { t } = useTranslation('account');
  const { form, ...confirm } = useAccountForm({
    initialValues: { code: '' },
    schema,
    send: (values) => client.me.confirmSecondFactor(values),
    onDone: ({ codes }) => onDone(codes),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('enrol.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={confirm.submit} noValidate>
        <Stack>
          <ol className={classes.steps}>
            <li>{t('enrol.stepApp')}</li>
            <li>{t('enrol.stepScan')}</li>
            <li>{t('enrol.stepCode')}</li>
          </ol>
          <div className={classes.qr}>
            <img src={qr} alt={t('enrol.qr')} width={180} height={180} />
            <div>
              {t('enrol.byHand')}
              <code className={classes.secret}>{inFours(secret)}</code>
              <CopyButton text={secret} label={t('enrol.copy')} />
            </div>
          </div>
          <TextInput
            label={t('enrol.code')}
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            data-autofocus
            {...form.getInputProps('code')}
          />
          <AttemptNotice error={confirm.error} wait={confirm.wait} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={confirm.pending} disabled={confirm.wait > 0}>
              {t('enrol.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
