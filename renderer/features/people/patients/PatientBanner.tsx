import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullName, plainName } from '#contract/ground/names.ts';
import type { Patient } from '#contract/people/patients.ts';
import { PersonName } from '#renderer/app/PersonName.tsx';
import { PhotoButton } from '#renderer/features/ground/photos/PhotoButton.tsx';
import classes from './PatientIdentity.module.css';
import { PatientLine, PatientMarks } from './PatientIdentity.tsx';

/** Who this is; it stays in sight on every page of a patient. */
export function PatientBanner({ patient }: { patient: Patient }) {
  const { t } = useTranslation('patients');
  return (
    <div className={classes.banner}>
      <PhotoButton
        subject="patient"
        subjectId={patient.id}
        name={plainName(patient)}
        photoId={patient.photoId}
        size={64}
        permission="patients.change"
      />
      <div className={classes.bannerText}>
        <div className={classes.bannerName}>
          <span dir="auto">
            <PersonName person={patient} />
          </span>
        </div>
        <div className={classes.bannerLine}>
          <PatientLine patient={patient} />
          {patient.doctor && (
            <span>
              {t('fields.doctorId')}:{' '}
              <Link to="/doctors/$doctorId" params={{ doctorId: patient.doctor.id }} dir="auto">
                {fullName(patient.doctor)}
              </Link>
            </span>
          )}
        </div>
        <PatientMarks patient={patient} />
      </div>
    </div>
  );
}
