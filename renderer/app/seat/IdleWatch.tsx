import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';
import { formatSeconds } from '../dates.ts';
import { refreshSession } from '../query.ts';
import classes from './IdleWatch.module.css';
import { keepPlace } from './place.ts';
import { useActivity } from './useActivity.ts';

type Status = Awaited<ReturnType<typeof orpc.session.status.call>>;

const SOON = 1000;

const isNear = ({ state, locksIn, warnBefore }: Status) =>
  state === 'active' && locksIn !== null && locksIn <= warnBefore;

/** When to ask again: as the warning is due, and every second from then on. */
function askAgainIn(status: Status | undefined): number | false {
  if (status?.state !== 'active') return false;
  return Math.max(((status.locksIn ?? 0) - status.warnBefore) * 1000, SOON);
}

/** Follows main's clock to the lock: warns before it falls, and gives way to the lock page when it does. */
export function IdleWatch() {
  const { t } = useTranslation('signIn');
  const status = useQuery(
    orpc.session.status.queryOptions({
      staleTime: 0,
      refetchInterval: ({ state }) => askAgainIn(state.data),
      refetchIntervalInBackground: true,
      refetchOnWindowFocus: 'always',
    }),
  );
  const { data } = status;
  const near = data ? isNear(data) : false;
  useActivity(near, () => void status.refetch());
  useEffect(() => {
    if (near) void keepPlace();
  }, [near]);
  useEffect(() => {
    if (data && data.state !== 'active') void refreshSession();
  }, [data]);
  if (!data || !near) return null;
  return (
    <div className={classes.bar} role="alert">
      <IconLock size={20} aria-hidden="true" />
      <span>
        <strong>{t('idle.title')}</strong> {t('idle.text')}
      </span>
      <span className={classes.seconds} aria-hidden="true">
        {formatSeconds(data.locksIn ?? 0)}
      </span>
    </div>
  );
}
