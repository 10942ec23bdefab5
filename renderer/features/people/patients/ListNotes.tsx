import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/dates.ts';
import { ArchivedHint } from '#renderer/app/record/ArchivedHint.tsx';
import classes from './PatientList.module.css';
import { type PatientRows, usePatientCount } from './usePatientRows.ts';

/** How many there are: of all that the filters leave, or of those found. */
export function ListCount({ list }: { list: PatientRows }) {
  const { t } = useTranslation('patients');
  const total = usePatientCount(list.filters);
  if (list.searching) {
    if (list.isWaiting || !list.rows) return null;
    const count = list.rows.length;
    return <span role="status">{list.truncated ? t('found.more', { count }) : t('found.count', { count })}</span>;
  }
  if (!total.data) return null;
  const { count, atLeast } = total.data;
  return <span role="status">{atLeast ? `${formatNumber(count)}+` : formatNumber(count)}</span>;
}

/** Says which words were looked for in place of those that nobody has. */
export function Corrected({ words }: { words: string }) {
  const { t } = useTranslation('patients');
  return (
    <span>
      {t('found.corrected')} <strong dir="auto">{words}</strong>
    </span>
  );
}

/** What the search took for granted, whom it leaves out, and what to do when it found too much. */
export function SearchNote({ list, onShowArchived }: { list: PatientRows; onShowArchived: () => void }) {
  const { t } = useTranslation('patients');
  if (list.rows?.length === 0 || (list.corrected.length === 0 && !list.truncated && list.archived === 0)) return null;
  const words = list.corrected.map(({ to }) => to).join(' ');
  return (
    <p className={classes.note} role="status">
      {words && <Corrected words={words} />}
      {list.archived > 0 && <ArchivedHint count={list.archived} onShow={onShowArchived} />}
      {list.truncated && <span>{t('found.truncated', { count: list.rows?.length ?? 0 })}</span>}
    </p>
  );
}
