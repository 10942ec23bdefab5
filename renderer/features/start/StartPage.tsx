import { IconDatabaseImport, IconStethoscope, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/dates.ts';
import { locale } from '#renderer/app/locale.ts';
import { Can } from '#renderer/app/permission.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { orpc } from '#renderer/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import classes from './StartPage.module.css';

const partOfDay = (hour: number): string => (hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening');
const today = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });

/** Where one lands after signing in: who is here, and the ways to the daily work. */
export function StartPage() {
  const { t } = useTranslation('start');
  const { user } = useSession();
  const now = new Date();
  const title = t(`hello.${partOfDay(now.getHours())}`, { name: user.givenName || user.familyName || user.username });
  return (
    <Page title={title}>
      <p className={classes.date}>{today.format(now)}</p>
      <ul className={classes.ways}>
        <Can permission="patients.view">
          <Patients />
        </Can>
        <Can permission="doctors.view">
          <Doctors />
        </Can>
        <Can permission="patients.add">
          <Way to="/patients/new" icon={IconUserPlus} title={t('newPatient')} text={t('newPatientText')} />
        </Can>
        <Can permission="data.import">
          <Way to="/import" icon={IconDatabaseImport} title={t('import')} text={t('importText')} />
        </Can>
      </ul>
    </Page>
  );
}

function Patients() {
  const { t } = useTranslation('start');
  const { data } = useQuery(orpc.patients.count.queryOptions({ input: {} }));
  const count = data && `${formatNumber(data.count)}${data.atLeast ? '+' : ''}`;
  return <Way to="/patients" icon={IconUsers} title={t('patients')} text={t('patientsText')} aside={count} />;
}

function Doctors() {
  const { t } = useTranslation('start');
  const { data } = useQuery(orpc.doctors.list.queryOptions({ input: {} }));
  const count = data && formatNumber(data.length);
  return <Way to="/doctors" icon={IconStethoscope} title={t('doctors')} text={t('doctorsText')} aside={count} />;
}

interface WayProps {
  to: NonNullable<LinkProps['to']>;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: 'true' }>;
  title: string;
  text: string;
  aside?: ReactNode;
}

function Way({ to, icon: Icon, title, text, aside }: WayProps) {
  return (
    <li>
      <Link to={to} className={classes.way}>
        <Icon size={24} stroke={1.6} aria-hidden="true" />
        <span className={classes.text}>
          <span className={classes.title}>{title}</span>
          <span className={classes.hint}>{text}</span>
        </span>
        {aside && <span className={classes.count}>{aside}</span>}
      </Link>
    </li>
  );
}
