import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';
import classes from './AdminForm.module.css';
import { bytesWords } from './bytes.ts';
import { DatabaseCheck } from './DatabaseCheck.tsx';

/** While a check is under way, how far it is. */
const ASK_EVERY = 500;

/** How large the data is, whether it is sound, how much room is left, and where its key lies. */
export function HealthPanel() {
  const { t } = useTranslation('admin');
  const { data } = useQuery(
    orpc.admin.health.queryOptions({
      staleTime: 10_000,
      refetchInterval: ({ state }) => (state.data?.check?.state === 'running' ? ASK_EVERY : false),
    }),
  );
  const size = (bytes: number | null) => (bytes === null ? t('health.unknown') : bytesWords(bytes));
  return (
    <section className={classes.panel} aria-label={t('health.title')}>
      <h2>{t('health.title')}</h2>
      {data && (
        <>
          <DatabaseCheck last={data.lastCheck} check={data.check} />
          <dl className={classes.facts}>
            <dt>{t('health.database')}</dt>
            <dd>{size(data.databaseBytes)}</dd>
            <dt>{t('health.wal')}</dt>
            <dd>{size(data.walBytes)}</dd>
            <dt>{t('health.logs')}</dt>
            <dd>{size(data.logBytes)}</dd>
            <dt>{t('health.free')}</dt>
            <dd>{size(data.freeBytes)}</dd>
            <dt>{t('health.key')}</dt>
            <dd>{t(data.keyInFile ? 'health.inFile' : 'health.inKeychain')}</dd>
            <dt>{t('health.version')}</dt>
            <dd>{data.appVersion}</dd>
            <dt>{t('health.workstation')}</dt>
            <dd>{data.workstation}</dd>
          </dl>
        </>
      )}
    </section>
  );
}
