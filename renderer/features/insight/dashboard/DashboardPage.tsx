import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/dates.ts';
import { locale } from '#renderer/app/locale.ts';
import { showProblem } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { queryClient } from '#renderer/app/query.ts';
import { useSession } from '#renderer/app/session.tsx';
import { orpc } from '#renderer/client.ts';
import { BookmarksCard } from '#renderer/features/people/bookmarks/BookmarksCard.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { ChangesCard } from './ChangesCard.tsx';
import { Counts } from './Counts.tsx';
import { DashboardSkeletons } from './DashboardSkeletons.tsx';
import classes from './dashboard.module.css';
import { FigureCharts } from './FigureCharts.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import { QuickLinks } from './QuickLinks.tsx';

const partOfDay = (hour: number): string => (hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening');
const today = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });

/** Where one lands after signing in: the clinic in figures, what changed, and the ways to the daily work. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const { user } = useSession();
  const now = new Date();
  const title = t(`hello.${partOfDay(now.getHours())}`, { name: user.givenName || user.familyName || user.username });
  const figures = useQuery(orpc.dashboard.figures.queryOptions());
  const profile = useQuery(orpc.dashboard.profile.queryOptions());
  return (
    <Page title={title} actions={<Refresh />}>
      <p className={classes.date}>
        <span>{today.format(now)}</span>
        {figures.data && <span>{t('figuresFrom', { time: formatTime(figures.data.at) })}</span>}
        {profile.data && <span>{t('profileFrom', { time: formatTime(profile.data.at) })}</span>}
      </p>
      {figures.error && <ProblemNotice problem={problemOf(figures.error)} />}
      {figures.data && <Counts figures={figures.data} />}
      <QuickLinks />
      <div className={classes.cards}>
        {figures.isPending && <DashboardSkeletons />}
        {figures.data && <FigureCharts figures={figures.data} />}
        {figures.data && <ChangesCard changes={figures.data.changes} />}
        <BookmarksCard />
        {profile.data && <ProfileCard profile={profile.data} />}
      </div>
    </Page>
  );
}

function Refresh() {
  const { t } = useTranslation('dashboard');
  const refresh = useMutation(
    orpc.dashboard.refresh.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.dashboard.key() }),
      onError: showProblem,
    }),
  );
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={18} aria-hidden="true" />}
      loading={refresh.isPending}
      onClick={() => refresh.mutate({})}
    >
      {t('refresh')}
    </Button>
  );
}
