import { useComputedColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsAdministrator } from '../permission.tsx';
import { lockNow } from '../seat/lockNow.ts';
import { useSession } from '../session.tsx';
import { useTheme } from '../usePreferences.ts';
import { openShortcutSheet } from './ShortcutSheet.tsx';
import { useSignOut } from './useSignOut.ts';

const pages = [
  ['start', '/', null],
  ['patients', '/patients', 'patients.view'],
  ['doctors', '/doctors', 'doctors.view'],
  ['images', '/images', 'images.view'],
  ['import', '/import', 'data.import'],
  ['admin', '/admin', 'administrator'],
  ['account', '/account', null],
  ['security', '/account/security', null],
  ['sessions', '/account/sessions', null],
  ['preferences', '/account/preferences', null],
] as const;

/** The pages and actions that the palette offers this user. */
export function usePaletteEntries() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const router = useRouter();
  const [, choose] = useTheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const signOut = useSignOut();
  const isAdministrator = useIsAdministrator();
  const may = (permission: string | null) =>
    permission === null ||
    (permission === 'administrator' && isAdministrator) ||
    user.isSuperuser ||
    user.permissions.includes(permission);
  const go = (to: string) => router.history.push(to);
  const offered = [
    { permission: 'patients.add', label: t('patients:new'), act: () => go('/patients/new') },
    { permission: 'doctors.add', label: t('doctors:new'), act: () => go('/doctors/new') },
    { permission: 'images.add', label: t('images:new'), act: () => go('/images/new') },
    { permission: null, label: t('shortcuts.title'), act: () => setTimeout(openShortcutSheet, 150) },
    { permission: null, label: t('theme.toggle'), act: () => choose(dark ? 'light' : 'dark') },
    { permission: null, label: t('lock'), act: () => void lockNow() },
    { permission: null, label: t('signOut'), act: signOut },
  ];
  return {
    go,
    pages: pages
      .filter(([, , permission]) => may(permission))
      .map(([key, to]) => ({ label: t(`places.${key}`), act: () => go(to) })),
    actions: offered.filter(({ permission }) => may(permission)).map(({ label, act }) => ({ label, act })),
  };
}
