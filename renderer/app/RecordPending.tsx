import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { LinkButton } from './LinkButton.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { problemOf } from './problem.ts';

/** A record's page before the record has come, or when it does not come. */
export function RecordPending({ title, crumbs, error }: { title: string; crumbs: ReactNode; error: unknown }) {
  return (
    <Page title={title} crumbs={crumbs}>
      {error ? <Failed error={error} /> : <Skeletons />}
    </Page>
  );
}

function Failed({ error }: { error: unknown }) {
  const { t } = useTranslation('shell');
  const problem = problemOf(error);
  if (problem.code !== 'NOT_FOUND') return <ProblemNotice problem={problem} />;
  return (
    <EmptyState title={t('notFound.head')} text={t('notFound.text')}>
      <LinkButton to="/">{t('error.toStart')}</LinkButton>
    </EmptyState>
  );
}

function Skeletons() {
  return (
    <Stack aria-busy="true">
      <Skeleton height={64} />
      <Skeleton height={160} />
      <Skeleton height={160} />
    </Stack>
  );
}
