import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '#renderer/transport.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { usePermission } from '../permission.tsx';
import { useShortcut } from '../shortcuts.ts';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { Palette } from './Palette.tsx';
import classes from './Shell.module.css';
import { openShortcutSheet } from './ShortcutSheet.tsx';

/** The room around every page: navigation, search, who is here. */
export function Shell() {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const main = useFocusOnNavigation();
  useShortcut('sheet', openShortcutSheet);
  useShortcut('goStart', () => void router.navigate({ to: '/' }));
  useShortcut('goPatients', () => void router.navigate({ to: '/patients' }));
  useShortcut('goDoctors', () => void router.navigate({ to: '/doctors' }));
  useShortcut('goImages', () => void router.navigate({ to: '/images' }), usePermission('images.view'));
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <Navigation />
      <div className={classes.column}>
        <Header />
        <ConnectionBanner />
        <main ref={main} className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette />
    </div>
  );
}

/** Moves the focus into the new page, so that keys and screen readers start there. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.scrollTo(0, 0);
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function ConnectionBanner() {
  const { t } = useTranslation('signIn');
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  if (state !== 'lost') return null;
  return (
    <div className={classes.banner}>
      <Notice kind="warn" alert>
        {t('lost')}
      </Notice>
    </div>
  );
}
