import { Button, Skeleton } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '#contract/accounts/session.ts';
import { sayMoment } from '#renderer/app/moments.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { queryClient } from '#renderer/app/query.ts';
import { client, orpc } from '#renderer/client.ts';
import classes from './account.module.css';
import { Card } from './Card.tsx';
import { RememberedComputer } from './RememberedComputer.tsx';

const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.session.list.key() });

/** Where one is signed in, and a way to end what one left open elsewhere. */
export function SessionsCard({ rememberedUntil }: { rememberedUntil: number | null }) {
  const { t } = useTranslation('account');
  const sessions = useQuery(orpc.session.list.queryOptions());
  const endOthers = useMutation({
    mutationFn: () => client.session.endOthers(),
    onSuccess: ({ ended }) => {
      showDone(t('sessions.endedOthers', { count: ended }));
      return refresh();
    },
    onError: showProblem,
  });
  const others = sessions.data?.some((row) => !row.current) ?? false;
  return (
    <Card title={t('sessions.title')} text={t('sessions.text')}>
      {sessions.error && <ProblemNotice problem={problemOf(sessions.error)} />}
      {sessions.isPending && <Skeleton height={60} />}
      {rememberedUntil !== null && <RememberedComputer until={rememberedUntil} />}
      {others && (
        <div className={classes.foot}>
          <Button variant="default" onClick={() => endOthers.mutate()} loading={endOthers.isPending}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
      <ul className={classes.rows}>
        {sessions.data?.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ row }: { row: SessionRow }) {
  const { t } = useTranslation('account');
  const end = useMutation({
    mutationFn: () => client.session.end({ id: row.id }),
    onSuccess: () => {
      showDone(t('sessions.ended', { workstation: row.workstation }));
      return refresh();
    },
    onError: showProblem,
  });
  return (
    <li className={classes.row}>
      <IconDeviceDesktop size={22} stroke={1.6} aria-hidden="true" />
      <div className={classes.rowText}>
        <div className={classes.rowTitle}>
          <span dir="auto">{row.workstation}</span>
          {row.current && <span className={classes.mark}>{t('sessions.current')}</span>}
        </div>
        <div className={classes.rowLine}>
          {t('sessions.seen', { at: sayMoment(row.lastSeenAt) })} · {row.address}
        </div>
        <div className={classes.rowLine}>
          {t('sessions.since', { at: sayMoment(row.createdAt) })} · {t('signIn:version', { version: row.appVersion })}
        </div>
      </div>
      {!row.current && (
        <Button
          variant="default"
          size="compact-md"
          onClick={() => end.mutate()}
          loading={end.isPending}
          aria-label={t('sessions.endOn', { workstation: row.workstation })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
