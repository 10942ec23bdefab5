import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';
import classes from './AdminForm.module.css';
import { bytesWords } from './bytes.ts';

/** How large the data is, how much room is left, and where its key lies. */
export function HealthPanel() {
  const { t } = useTranslation('admin');
  const { data } = useQuery(orpc.admin.health.queryOptions({ staleTime: 10_000 }));
  return (
    <section className={classes.panel} aria-label={t('health.title')}>
      <h2>{t('health.title')}</h2>
      {data && (
        <dl className={classes.facts}>
          <dt>{t('health.database')}</dt>
          <dd>{bytesWords(data.databaseBytes)}</dd>
          <dt>{t('health.wal')}</dt>
          <dd>{bytesWords(data.walBytes)}</dd>
          <dt>{t('health.free')}</dt>
          <dd>{data.freeBytes === null ? t('health.unknown') : bytesWords(data.freeBytes)}</dd>
          <dt>{t('health.key')}</dt>
          <dd>{t(data.keyInFile ? 'health.inFile' : 'health.inKeychain')}</dd>
          <dt>{t('health.version')}</dt>
          <dd>{data.appVersion}</dd>
          <dt>{t('health.workstation')}</dt>
          <dd>{data.workstation}</dd>
        </dl>
      )}
    </section>
  );
}
