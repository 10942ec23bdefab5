import { Tooltip, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import {
  IconAdjustments,
  IconDatabaseImport,
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconPhoto,
  IconStethoscope,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '#renderer/ui/Logo.tsx';
import { lastListSearch } from '../listMemory.ts';
import { Can, useIsAdministrator } from '../permission.tsx';
import { useSession } from '../session.tsx';
import classes from './Navigation.module.css';

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: 'true' }>;

/** The places of the product, in words and icons, or icons alone. */
export function Navigation() {
  const { t } = useTranslation('shell');
  const { clinicName } = useSession();
  const isAdministrator = useIsAdministrator();
  const [collapsed, setCollapsed] = useLocalStorage({ key: 'navigation-collapsed', defaultValue: false });
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.navigation} data-collapsed={collapsed || undefined} aria-label={t('navigation')}>
      <div className={classes.clinic} title={clinicName}>
        <Logo size={28} />
        <span className={classes.label} dir="auto">
          {clinicName}
        </span>
      </div>
      <ul className={classes.list}>
        <Place to="/" icon={IconHome} label={t('places.start')} keys="Alt+1" />
        <Can permission="patients.view">
          <Place to="/patients" icon={IconUsers} label={t('places.patients')} keys="Alt+2" />
        </Can>
        <Can permission="doctors.view">
          <Place to="/doctors" icon={IconStethoscope} label={t('places.doctors')} keys="Alt+3" />
        </Can>
        <Can permission="images.view">
          <Place to="/images" icon={IconPhoto} label={t('places.images')} keys="Alt+4" />
        </Can>
        <Can permission="data.import">
          <Place to="/import" icon={IconDatabaseImport} label={t('places.import')} />
        </Can>
        {isAdministrator && <Place to="/admin" icon={IconAdjustments} label={t('places.admin')} keys="Alt+9" />}
      </ul>
      <UnstyledButton className={classes.toggle} onClick={() => setCollapsed(!collapsed)} aria-expanded={!collapsed}>
        <Toggle size={20} stroke={1.6} aria-hidden="true" />
        <span className={classes.label}>{t('collapse')}</span>
      </UnstyledButton>
    </nav>
  );
}

interface PlaceProps {
  to: '/' | '/patients' | '/doctors' | '/images' | '/import' | '/admin';
  icon: Icon;
  label: string;
  keys?: string;
}

function Place({ to, icon: Icon, label, keys }: PlaceProps) {
  return (
    <li>
      <Tooltip label={keys ? `${label}  ${keys}` : label} position="right">
        <Link
          to={to}
          search={() => lastListSearch(to)}
          className={classes.place}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ 'data-active': true }}
        >
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          <span className={classes.label}>{label}</span>
        </Link>
      </Tooltip>
    </li>
  );
}
