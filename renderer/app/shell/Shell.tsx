import { Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/client.ts';
import { useNamedPages } from '../features.tsx';
import { useKeys, useShortcut } from '../shortcuts.ts';
import { EndBanner } from '../station/EndBanner.tsx';
import { lockNow } from '../station/lockNow.ts';
import { useComingBack } from '../station/useComingBack.ts';
import { UnfinishedForms } from '../unfinished/UnfinishedForms.tsx';
import { Header } from './Header.tsx';
import { MaintenanceBanner } from './MaintenanceBanner.tsx';
import { Navigation } from './Navigation.tsx';
import { Palette } from './Palette.tsx';
import classes from './Shell.module.css';
import { openShortcutSheet } from './ShortcutSheet.tsx';
import { StorageBanner } from './StorageBanner.tsx';

/** The room around every page: navigation, search, who is here. */
export function Shell() {
  const { t } = useTranslation('shell');
  const main = useFocusOnNavigation();
  useComingBack(main);
  useShortcut('sheet', openShortcutSheet);
  useShortcut('lock', () => void lockNow());
  useCountedVisits();
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <Navigation />
      <div className={classes.column}>
        <Header />
        <MaintenanceBanner />
        <StorageBanner />
        <EndBanner />
        <UnfinishedForms />
        <main ref={main} className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette />
      <PageKeys />
    </div>
  );
}

/** The keys that lead to pages with names. */
function PageKeys() {
  return useNamedPages().map((page) => page.keys && <KeysTo key={page.path} path={page.path} keys={page.keys} />);
}

function KeysTo({ path, keys }: { path: string; keys: readonly string[] }) {
  const router = useRouter();
  useKeys(
    useMemo(() => ({ keys }), [keys]),
    () => void router.navigate({ to: path }),
  );
  return null;
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

/** Tells main which page is opened, without the record's number: one visit a page, however it is filled. */
function useCountedVisits(): void {
  // Both of one match: the address is known a moment before the page that stands at it.
  const [page, path] = useMatches({
    select: (matches) => [matches.at(-1)?.routeId ?? '', matches.at(-1)?.pathname ?? ''] as const,
    structuralSharing: true,
  });
  useEffect(() => {
    if (path !== '' && page.startsWith('/')) void client.pages.visit({ page }).catch(() => undefined);
  }, [page, path]);
}
