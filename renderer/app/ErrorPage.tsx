import { Button, Group } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { LinkButton } from './LinkButton.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { problemOf } from './problem.ts';

/** Stands in for a page that broke, without taking the rest of the window down. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('error.title')}>
      <ProblemNotice problem={problemOf(error)} />
      <Group mt="md">
        <Button onClick={reset}>{t('common:tryAgain')}</Button>
        <LinkButton variant="default" to="/">
          {t('error.toStart')}
        </LinkButton>
      </Group>
    </Page>
  );
}

/** Stands where an address leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('notFound.title')}>
      <EmptyState title={t('notFound.head')} text={t('notFound.text')}>
        <LinkButton to="/">{t('error.toStart')}</LinkButton>
      </EmptyState>
    </Page>
  );
}
