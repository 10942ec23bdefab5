import { IconArchive, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { plainName } from '#contract/ground/names.ts';
import type { Doctor } from '#contract/people/doctors.ts';
import { PersonName } from '#renderer/app/PersonName.tsx';
import { mediaUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { ColourDot } from './ColourDot.tsx';
import classes from './doctors.module.css';

/** The arrows walk from one doctor to the next. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-doctor]')];
  const here = document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1;
  links[Math.max(0, here + step)]?.focus();
  event.preventDefault();
}

/** The doctors as a list; each leads to the doctor’s page and patients. */
export function DoctorCards({ doctors }: { doctors: Doctor[] }) {
  const { t } = useTranslation('doctors');
  return (
    <ul className={classes.cards} aria-label={t('title')} onKeyDown={walk}>
      {doctors.map((doctor) => (
        <li key={doctor.id} className={classes.card}>
          <Avatar name={plainName(doctor)} src={mediaUrl(doctor.photoId, 96)} size={44} />
          <div className={classes.who}>
            <Link
              to="/doctors/$doctorId"
              params={{ doctorId: doctor.id }}
              className={classes.name}
              dir="auto"
              data-doctor
            >
              <PersonName person={doctor} withTitle />
            </Link>
            <span className={classes.speciality}>
              <ColourDot colour={doctor.colour} /> {doctor.speciality || t('noSpeciality')}
            </span>
          </div>
          {doctor.status === 'archived' && (
            <span className={classes.archived}>
              <IconArchive size={14} aria-hidden="true" /> {t('common:status.archived')}
            </span>
          )}
          <span className={classes.phone}>{doctor.phone}</span>
          <Link to="/doctors/$doctorId/patients" params={{ doctorId: doctor.id }} className={classes.patients}>
            <IconUsers size={16} aria-hidden="true" /> {t('patients', { count: doctor.patients })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
