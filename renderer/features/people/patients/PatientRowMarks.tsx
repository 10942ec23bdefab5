import { IconAlertTriangle, IconArchive, IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientRow } from '#contract/people/patients.ts';
import grid from '#renderer/ui/Grid.module.css';
import classes from './PatientGrid.module.css';

/** What must be seen of a patient before they are taken for somebody else, or for somebody who still comes. */
export function PatientRowMarks({ row }: { row: PatientRow }) {
  const { t } = useTranslation('patients');
  return (
    <>
      {row.sameName && (
        <span className={`${grid.warn} ${classes.mark}`} title={t('mark.sameNameHint')}>
          <IconAlertTriangle size={14} aria-hidden="true" /> {t('mark.sameName')}
        </span>
      )}
      {row.deceasedOn && (
        <span className={`${grid.mark} ${classes.mark}`}>
          <IconCalendarX size={14} aria-hidden="true" /> {t('mark.deceased')}
        </span>
      )}
      {row.status === 'archived' && (
        <span className={`${grid.mark} ${classes.mark}`}>
          <IconArchive size={14} aria-hidden="true" /> {t('mark.archived')}
        </span>
      )}
    </>
  );
}
