import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pathOf } from '#contract/entities.ts';
import { plainName } from '#contract/ground/names.ts';
import type { Doctor } from '#contract/people/doctors.ts';
import { PersonName } from '#renderer/app/PersonName.tsx';
import { RecordRows } from '#renderer/app/record/RecordRows.tsx';
import { mediaUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { ColourDot } from '#renderer/ui/ColourDot.tsx';
import classes from './doctors.module.css';

/** The doctors as a list; each leads to the doctor’s page and patients. */
export function DoctorCards({ doctors }: { doctors: Doctor[] }) {
  const { t } = useTranslation('doctors');
  const rows = doctors.map((doctor) => ({
    id: doctor.id,
    to: pathOf('doctor', doctor.id),
    mark: <Avatar name={plainName(doctor)} src={mediaUrl(doctor.photoId, 96)} size={44} />,
    name: <PersonName person={doctor} withTitle />,
    detail: (
      <>
        <ColourDot colour={doctor.colour} /> {doctor.speciality || t('noSpeciality')}
      </>
    ),
    status: doctor.status,
    more: <Reach doctor={doctor} />,
  }));
  return <RecordRows label={t('title')} rows={rows} />;
}

function Reach({ doctor: { id, phone, patients } }: { doctor: Doctor }) {
  const { t } = useTranslation('doctors');
  return (
    <>
      <span className={classes.phone}>{phone}</span>
      <Link to="/doctors/$doctorId/patients" params={{ doctorId: id }} className={classes.patients}>
        <IconUsers size={16} aria-hidden="true" /> {t('patients', { count: patients })}
      </Link>
    </>
  );
}
