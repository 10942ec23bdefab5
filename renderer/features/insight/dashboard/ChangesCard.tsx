import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pathOf } from '#contract/entities.ts';
import { fullName } from '#contract/ground/names.ts';
import type { RecordChange } from '#contract/insight/dashboard.ts';
import { formatMoment } from '#renderer/app/dates.ts';
import { kindInSentence } from '#renderer/app/kindWords.ts';
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
              {t(`changes.${change.action}`)} {kindInSentence(change.entity)} <RecordLink change={change} />
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

function RecordLink({ change: { entity, id, name } }: { change: RecordChange }) {
  // Their pages are in Administration, which few may open.
  if (entity === 'user') return <strong dir="auto">{name}</strong>;
  const path: string = pathOf(entity, id);
  return (
    <Link to={path} dir="auto">
      {name}
    </Link>
  );
}
