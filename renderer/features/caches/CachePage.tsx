import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CacheStats } from '#contract/cache.ts';
import { formatNumber } from '#renderer/app/dates.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { Can, usePermission } from '#renderer/app/permission.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { CacheSettingsForm } from './CacheSettingsForm.tsx';
import classes from './caches.module.css';

const EVERY = 5_000;

/** How the caches do, and the way to empty them. */
export function CachePage() {
  const { t } = useTranslation('cache');
  const stats = useQuery(orpc.cache.stats.queryOptions({ refetchInterval: EVERY }));
  const clear = useMutation(
    orpc.cache.clear.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: orpc.cache.key() });
        showDone(t('cleared'));
      },
      onError: showProblem,
    }),
  );
  return (
    <Page
      title={t('title')}
      actions={
        <Can permission="cache.clear">
          <Button variant="default" onClick={() => clear.mutate({})}>
            {t('clearAll')}
          </Button>
        </Can>
      }
    >
      <p className={classes.text}>{t('text')}</p>
      {stats.error && <ProblemNotice problem={problemOf(stats.error)} />}
      <div className={classes.card}>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['name', 'place', 'state', 'hits', 'misses', 'keys', 'size'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('clear')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {stats.data?.map((row) => (
              <Line key={row.name} row={row} onClear={() => clear.mutate({ name: row.name })} />
            ))}
          </tbody>
        </table>
      </div>
      <Can permission="cache.change">
        <CacheSettingsForm />
      </Can>
    </Page>
  );
}

function Line({ row, onClear }: { row: CacheStats; onClear: () => void }) {
  const { t } = useTranslation('cache');
  const mayClear = usePermission('cache.clear');
  const told = (value: number | null) => (value === null ? t('unknown') : formatNumber(value));
  const isFailing = row.health === 'failing';
  const Icon = isFailing ? IconAlertTriangle : IconCheck;
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td>{t(`backend.${row.backend}`)}</td>
      <td>
        <span className={classes.state} data-failing={isFailing || undefined}>
          <Icon size={16} aria-hidden="true" /> {t(row.health)}
        </span>
      </td>
      <td>{formatNumber(row.hits)}</td>
      <td>{formatNumber(row.misses)}</td>
      <td>{told(row.keys)}</td>
      <td>
        {row.bytes === null ? t('unknown') : t('bytes', { size: formatNumber(Math.round(row.bytes / 102.4) / 10) })}
      </td>
      <td>
        {mayClear && (
          <Button variant="subtle" size="compact-sm" aria-label={t('clearOne', { name: row.name })} onClick={onClear}>
            {t('clear')}
          </Button>
        )}
      </td>
    </tr>
  );
}
