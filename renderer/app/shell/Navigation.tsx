import { Tooltip, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from '#renderer/ui/Logo.tsx';
import type { NamedPage } from '../feature.ts';
import { useNamedPages } from '../features.tsx';
import { lastListSearch } from '../listMemory.ts';
import { useSession } from '../session.tsx';
import classes from './Navigation.module.css';

/** The pages of the product, in words and icons, or icons alone. */
export function Navigation() {
  const { t } = useTranslation('shell');
  const { clinicName } = useSession();
  const pages = useNamedPages().filter(({ within }) => within === 'navigation');
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
        {pages.map((page) => (
          <NavigationLink key={page.path} page={page} />
        ))}
      </ul>
      <UnstyledButton className={classes.toggle} onClick={() => setCollapsed(!collapsed)} aria-expanded={!collapsed}>
        <Toggle size={20} stroke={1.6} aria-hidden="true" />
        <span className={classes.label}>{t('collapse')}</span>
      </UnstyledButton>
    </nav>
  );
}

function NavigationLink({ page: { path, icon: Icon, name, keys } }: { page: NamedPage }) {
  const { t } = useTranslation();
  const label = t(name);
  return (
    <li>
      <Tooltip label={keys ? `${label}  ${keys.join('+')}` : label} position="right">
        <Link
          to={path}
          search={() => lastListSearch(path)}
          className={classes.place}
          activeOptions={{ exact: path === '/', includeSearch: false }}
          activeProps={{ 'data-active': true }}
        >
          {Icon && <Icon size={20} stroke={1.6} aria-hidden="true" />}
          <span className={classes.label}>{label}</span>
        </Link>
      </Tooltip>
    </li>
  );
}
