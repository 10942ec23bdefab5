import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AdminRecord } from '#contract/admin/record.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { problemOf, sentenceText } from '#renderer/app/problem.ts';
import { client } from '#renderer/client.ts';
import classes from '#renderer/features/admin/AdminForm.module.css';
import { Notice } from '#renderer/ui/Notice.tsx';

/** Beside the setting of the mail server: does it work, as it is saved? */
export function MailPanel({ record }: { record: AdminRecord }) {
  const mayTry = usePermission('policy.change');
  return record.id === 'mail' && mayTry ? <Try /> : null;
}

function Try() {
  const { t } = useTranslation('admin');
  const attempt = useMutation({ mutationFn: () => client.mail.test() });
  const problem = attempt.data?.problem;
  return (
    <section className={classes.panel} aria-label={t('mail.title')}>
      <h2>{t('mail.title')}</h2>
      <p>{t('mail.text')}</p>
      <Stack gap={12} align="flex-start">
        <Button variant="default" onClick={() => attempt.mutate()} loading={attempt.isPending}>
          {t('mail.send')}
        </Button>
        {attempt.error && <ProblemNotice problem={problemOf(attempt.error)} />}
        {attempt.data && (
          <div role="status">
            <Notice kind={problem ? 'danger' : 'ok'}>{problem ? sentenceText(problem) : t('mail.sent')}</Notice>
          </div>
        )}
      </Stack>
    </section>
  );
}
