import { useTranslation } from 'react-i18next';
import type { Figures } from '#contract/insight/dashboard.ts';
import { formatNumber } from '#renderer/app/dates.ts';
import classes from './dashboard.module.css';

/** The day in four numbers. */
export function Counts({ figures: { patients, doctors } }: { figures: Figures }) {
  const { t } = useTranslation('dashboard');
  if (!patients && !doctors) return null;
  return (
    <dl className={classes.counts} aria-label={t('counts.title')}>
      {patients && (
        <>
          <Count label={t('counts.active')} value={patients.active} />
          <Count label={t('counts.today')} value={patients.today} />
          <Count label={t('counts.week')} value={patients.week} />
        </>
      )}
      {doctors && (
        <Count label={t('counts.doctors')} value={doctors.onDuty} of={t('counts.of', { count: doctors.active })} />
      )}
    </dl>
  );
}

function Count({ label, value, of }: { label: string; value: number; of?: string }) {
  return (
    <div className={classes.count}>
      <dt>{label}</dt>
      <dd>
        {formatNumber(value)} {of && <span className={classes.of}>{of}</span>}
      </dd>
    </div>
  );
}
