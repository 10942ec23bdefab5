import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Doctor } from '#contract/people/doctors.ts';
import { givenNames, plainName } from '#renderer/app/names.ts';
import { PhotoButton } from '#renderer/features/ground/photos/PhotoButton.tsx';
import { ColourDot } from './ColourDot.tsx';
import classes from './doctors.module.css';

/** Who this is; it stays in sight on every page of a doctor. */
export function DoctorBanner({ doctor }: { doctor: Doctor }) {
  const { t } = useTranslation('doctors');
  return (
    <div className={classes.banner}>
      <PhotoButton
        subject="doctor"
        subjectId={doctor.id}
        name={plainName(doctor)}
        photoId={doctor.photoId}
        size={64}
        permission="doctors.change"
      />
      <div>
        <div className={classes.bannerName} dir="auto">
          <span className={classes.family}>{doctor.familyName}</span> {givenNames(doctor)}
          {doctor.prefix && <span className={classes.prefix}>, {doctor.prefix}</span>}
        </div>
        <div className={classes.bannerLine}>
          <ColourDot colour={doctor.colour} /> {doctor.speciality || t('noSpeciality')}
          {doctor.status === 'archived' && (
            <span className={classes.archived}>
              <IconArchive size={14} aria-hidden="true" /> {t('common:status.archived')}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}
