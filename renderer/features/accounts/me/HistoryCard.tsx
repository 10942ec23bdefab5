import { Button, Skeleton } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHourglass } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sayMoment } from '#renderer/app/moments.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { orpc } from '#renderer/client.ts';
import classes from './account.module.css';
import { Card } from './Card.tsx';

const PAGE = 20;
const icons = { success: IconCircleCheck, failure: IconCircleX, throttled: IconHourglass };

/** When and where somebody signed in, or tried to, under one's name. */
export function HistoryCard() {
  const { t } = useTranslation('account');
  const history = useInfiniteQuery(
    orpc.session.history.infiniteOptions({
      input: (page: { before?: number }) => ({ ...page, limit: PAGE }),
      initialPageParam: {},
      getNextPageParam: (rows) => {
        const last = rows.at(-1);
        return last && rows.length === PAGE ? { before: last.id } : undefined;
      },
    }),
  );
  return (
    <Card title={t('history.title')} text={t('history.text')}>
      {history.error && <ProblemNotice problem={problemOf(history.error)} />}
      {history.isPending && <Skeleton height={60} />}
      <ul className={classes.rows}>
        {history.data?.pages.flat().map((row) => {
          const Icon = icons[row.outcome];
          return (
            <li key={row.id} className={classes.row} data-kind={row.outcome}>
              <Icon size={20} stroke={1.8} aria-hidden="true" />
              <div className={classes.rowText}>
                <div className={classes.rowTitle}>{t(`history.${row.outcome}`)}</div>
                <div className={classes.rowLine} dir="auto">
                  {sayMoment(row.at)} · {row.workstation} · {row.address}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      {history.hasNextPage && (
        <div className={classes.foot}>
          <Button variant="default" onClick={() => void history.fetchNextPage()} loading={history.isFetchingNextPage}>
            {t('history.more')}
          </Button>
        </div>
      )}
    </Card>
  );
}
