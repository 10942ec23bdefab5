import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';
import { formatSeconds } from '../dates.ts';
import { saveDraftsNow } from '../forms/drafts.ts';
import { refreshSession } from '../query.ts';
import classes from './IdleWatch.module.css';
import { keepPlace } from './place.ts';
import { useActivity } from './useActivity.ts';

type Status = Awaited<ReturnType<typeof orpc.session.status.call>>;

const SOON = 1000;
/** Seconds before the session ends in which what is typed goes to main at once. */
const LAST_SECONDS = 5;

const isNear = ({ state, locksIn, warnBefore }: Status) =>
  state === 'active' && locksIn !== null && locksIn <= warnBefore;

const isEnding = ({ state, endsIn }: Status) => state === 'active' && endsIn !== null && endsIn <= LAST_SECONDS;

/** When to ask again: as the next warning is due; near the lock and the end every second. */
function askAgainIn(status: Status | undefined): number | false {
  if (status?.state !== 'active') return false;
  const { locksIn, endsIn, warnBefore, warnBeforeEnd } = status;
  const toEnd = (endsIn ?? 0) - warnBeforeEnd;
  const next = Math.min((locksIn ?? 0) - warnBefore, toEnd > 0 ? toEnd : (endsIn ?? 0) - LAST_SECONDS);
  return Math.max(next * 1000, SOON);
}

/** Follows main's clock to lock and end: warns before the lock falls, and gives way to the page that comes then. */
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
    if (data && isEnding(data)) void saveDraftsNow();
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
