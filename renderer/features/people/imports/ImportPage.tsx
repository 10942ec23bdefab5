import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '#renderer/app/i18n.ts';
import { usePermission } from '#renderer/app/permission.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { type ImportChoice, ImportForm } from './ImportForm.tsx';
import { ImportJob } from './ImportJob.tsx';

const route = getRouteApi('/import');

/** Brings patients and doctors from another system, and shows how far that is. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const router = useRouter();
  const may = usePermission('data.import');
  const { job } = route.useSearch();
  const [choice, setChoice] = useState<ImportChoice | null>(null);
  const show = (next: string | undefined) => void router.navigate({ to: '/import', search: { job: next } });
  return (
    <Page title={t('page.title')}>
      {!may && <Notice kind="warn">{say('errors.forbidden')}</Notice>}
      {may && job === undefined && (
        <ImportForm
          onStarted={(jobId, begun) => {
            setChoice(begun);
            show(jobId);
          }}
        />
      )}
      {may && job !== undefined && (
        <ImportJob key={job} jobId={job} choice={choice} onStarted={show} onAgain={() => show(undefined)} />
      )}
    </Page>
  );
}
