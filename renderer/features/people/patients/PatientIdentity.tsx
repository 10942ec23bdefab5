import { IconArchive, IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#contract/people/patients.ts';
import { dateWithAge, formatDate } from '#renderer/app/dates.ts';
import classes from './PatientIdentity.module.css';

/** Birth, age, sex and number in one line. */
export function PatientLine({ patient }: { patient: Patient }) {
  const { t } = useTranslation();
  return (
    <span className={classes.line}>
      <span>{dateWithAge(patient.birthDate, patient.deceasedOn)}</span>
      <span>{t(`sex.${patient.sex}`)}</span>
      <span>{patient.mrn}</span>
    </span>
  );
}

/** Died, archived: what must be seen before anything else. */
export function PatientMarks({ patient }: { patient: Patient }) {
  const { t } = useTranslation('patients');
  if (!patient.deceasedOn && patient.status === 'active') return null;
  return (
    <div className={classes.marks}>
      {patient.deceasedOn && (
        <span className={classes.deceased}>
          <IconCalendarX size={14} aria-hidden="true" />{' '}
          {t('mark.deceasedOn', { date: formatDate(patient.deceasedOn) })}
        </span>
      )}
      {patient.status === 'archived' && (
        <span className={classes.archived}>
          <IconArchive size={14} aria-hidden="true" /> {t('mark.archived')}
        </span>
      )}
    </div>
  );
}
