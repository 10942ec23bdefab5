import { Skeleton } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import classes from './AdminList.module.css';

/** In place of a list that has not come yet. */
export function AdminListSkeletons() {
  const { t } = useTranslation('admin');
  return (
    <div className={classes.skeletons} aria-busy="true" role="status" aria-label={t('list.loading')}>
      {[70, 55, 80, 60, 75, 50, 65].map((width) => (
        <Skeleton key={width} height={14} width={`${width}%`} />
      ))}
    </div>
  );
}

/** In place of a list with nothing in it, or nothing that fits what was asked for. */
export function AdminListEmpty({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation('admin');
  return (
    <EmptyState
      icon={IconListSearch}
      title={t(isNarrowed ? 'list.noneFits' : 'list.none')}
      text={t(isNarrowed ? 'list.noneFitsText' : 'list.noneText')}
    />
  );
}
