import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StorageState } from '#contract/system/storage.ts';
import { orpc } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import classes from './Shell.module.css';

/** How often the numbers shown are asked again; that there is something to show main tells. */
const AGAIN_MS = 30_000;

/** A time that is worth telling. */
const SOON_MINUTES = 60;

const isWell = ({ space, isWriting }: StorageState) => space === 'ok' && isWriting;

/** Says early that the disk becomes full, what is not taken any more, and when nothing can be saved at all. */
export function StorageBanner() {
  const { t } = useTranslation('shell');
  const { data } = useQuery(
    orpc.storage.get.queryOptions({
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) => (state.data && !isWell(state.data) ? AGAIN_MS : false),
    }),
  );
  if (!data || isWell(data)) return null;
  const { freeMegabytes: megabytes, minutesLeft: minutes } = data;
  return (
    <div className={classes.banner}>
      <Notice kind="warn" alert>
        {t(`storage.${keyOf(data)}`, { megabytes, minutes })}
      </Notice>
    </div>
  );
}

function keyOf({ space, isWriting, minutesLeft }: StorageState) {
  if (!isWriting) return 'checking';
  return space === 'low' && minutesLeft !== null && minutesLeft < SOON_MINUTES ? 'lowSoon' : space;
}
