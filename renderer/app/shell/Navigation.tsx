import { Tooltip, UnstyledButton } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
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
  const isNarrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
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
          <NavigationLink key={page.path} page={page} isIconAlone={collapsed || isNarrow} />
        ))}
      </ul>
      <UnstyledButton className={classes.toggle} onClick={() => setCollapsed(!collapsed)} aria-expanded={!collapsed}>
        <Toggle size={20} stroke={1.6} aria-hidden="true" />
        <span className={classes.label}>{t('collapse')}</span>
      </UnstyledButton>
    </nav>
  );
}

interface NavigationLinkProps {
  page: NamedPage;
  /** Nothing but its icon is to be seen. */
  isIconAlone: boolean;
}

function NavigationLink({ page: { path, icon: Icon, name, keys }, isIconAlone }: NavigationLinkProps) {
  const { t } = useTranslation();
  const label = t(name);
  const keysText = keys?.join('+');
  return (
    <li>
      {/* Below, where it covers no title of the page beside. */}
      <Tooltip
        label={[label, keysText].filter(Boolean).join('  ')}
        position="bottom-start"
        offset={8}
        disabled={!isIconAlone}
      >
        <Link
          to={path}
          search={() => lastListSearch(path)}
          className={classes.place}
          aria-keyshortcuts={keysText}
          activeOptions={{ exact: path === '/', includeSearch: false }}
          activeProps={{ 'data-active': true }}
        >
          {Icon && <Icon size={20} stroke={1.6} aria-hidden="true" />}
          <span className={classes.label}>{label}</span>
          {keysText && (
            <span className={classes.keys} aria-hidden="true">
              {keysText}
            </span>
          )}
        </Link>
      </Tooltip>
    </li>
  );
}
