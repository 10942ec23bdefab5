import { IconDatabaseImport, IconStethoscope, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Can } from '#renderer/app/permission.tsx';
import classes from './dashboard.module.css';

/** The ways to the daily work. */
export function Ways() {
  const { t } = useTranslation('dashboard');
  return (
    <ul className={classes.ways} aria-label={t('ways')}>
      <Can permission="patients.view">
        <Way to="/patients" icon={IconUsers} title={t('patients')} text={t('patientsText')} />
      </Can>
      <Can permission="doctors.view">
        <Way to="/doctors" icon={IconStethoscope} title={t('doctors')} text={t('doctorsText')} />
      </Can>
      <Can permission="patients.add">
        <Way to="/patients/new" icon={IconUserPlus} title={t('newPatient')} text={t('newPatientText')} />
      </Can>
      <Can permission="data.import">
        <Way to="/import" icon={IconDatabaseImport} title={t('import')} text={t('importText')} />
      </Can>
    </ul>
  );
}

interface WayProps {
  to: NonNullable<LinkProps['to']>;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: 'true' }>;
  title: string;
  text: string;
}

function Way({ to, icon: Icon, title, text }: WayProps) {
  return (
    <li>
      <Link to={to} className={classes.way}>
        <Icon size={22} stroke={1.6} aria-hidden="true" />
        <span className={classes.wayText}>
          <span className={classes.wayTitle}>{title}</span>
          <span className={classes.hint}>{text}</span>
        </span>
      </Link>
    </li>
  );
}
