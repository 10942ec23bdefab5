import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { formatTime } from '../dates.ts';
import classes from '../shell/Shell.module.css';

/** Says in good time when the session is over, whatever one does, and what becomes of what is typed. */
export function EndBanner() {
  // Asked again by the idle watch.
  const { data, dataUpdatedAt } = useQuery(orpc.session.status.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  if (data?.state !== 'active' || data.endsIn === null || data.endsIn > data.warnBeforeEnd) return null;
  return <Banner endsAt={dataUpdatedAt + data.endsIn * 1000} />;
}

function Banner({ endsAt }: { endsAt: number }) {
  const { t } = useTranslation('signIn');
  // As it was first said: main tells whole seconds, and the minute shall not flicker.
  const [shown] = useState(endsAt);
  return (
    <div className={classes.banner} role="status">
      <Notice kind="warn">
        <strong>{t('ends.title', { time: formatTime(shown) })}</strong> {t('ends.text')}
      </Notice>
    </div>
  );
}
