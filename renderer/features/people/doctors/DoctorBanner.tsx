import { useTranslation } from 'react-i18next';
import { plainName } from '#contract/ground/names.ts';
import type { Doctor } from '#contract/people/doctors.ts';
import { PersonName } from '#renderer/app/PersonName.tsx';
import { ArchivedMark } from '#renderer/app/record/ArchivedMark.tsx';
import { PhotoButton } from '#renderer/features/ground/photos/PhotoButton.tsx';
import { ColourDot } from '#renderer/ui/ColourDot.tsx';
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
          <PersonName person={doctor} withTitle />
        </div>
        <div className={classes.bannerLine}>
          <ColourDot colour={doctor.colour} /> {doctor.speciality || t('noSpeciality')}
          {doctor.status === 'archived' && <ArchivedMark />}
        </div>
      </div>
    </div>
  );
}
