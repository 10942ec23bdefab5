import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { RecordChange } from '#contract/insight/dashboard.ts';
import { formatMoment } from '#renderer/app/dates.ts';
import classes from './dashboard.module.css';

/** Who changed which record lately. */
export function ChangesCard({ changes }: { changes: RecordChange[] }) {
  const { t } = useTranslation('dashboard');
  return (
    <section className={classes.card} aria-labelledby="lately">
      <h2 id="lately">{t('changes.title')}</h2>
      {changes.length === 0 && <p className={classes.nothing}>{t('changes.nothing')}</p>}
      <ol className={classes.lines}>
        {changes.map((change) => (
          <li key={`${change.at} ${change.entity} ${change.id}`}>
            <span className={classes.lineText}>
              <span dir="auto">{change.who ? fullName(change.who) : t('changes.program')}</span>{' '}
              {t(`changes.${change.action}`)} {t(`changes.entity.${change.entity}`)} <RecordLink change={change} />
            </span>
            <time className={classes.when} dateTime={new Date(change.at).toISOString()}>
              {formatMoment(change.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function RecordLink({ change: { entity, id, name } }: { change: RecordChange }): ReactNode {
  switch (entity) {
    case 'patient':
      return (
        <Link to="/patients/$patientId" params={{ patientId: id }} dir="auto">
          {name}
        </Link>
      );
    case 'doctor':
      return (
        <Link to="/doctors/$doctorId" params={{ doctorId: id }} dir="auto">
          {name}
        </Link>
      );
    case 'image':
      return (
        <Link to="/images/$imageId" params={{ imageId: id }} dir="auto">
          {name}
        </Link>
      );
    default:
      return <strong dir="auto">{name}</strong>;
  }
}
