import { useMantineColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.tsx';
import { openShortcutSheet } from './ShortcutSheet.tsx';
import { useSignOut } from './useSignOut.ts';

const pages = [
  ['start', '/', null],
  ['patients', '/patients', 'patients.view'],
  ['doctors', '/doctors', 'doctors.view'],
  ['images', '/images', 'images.view'],
  ['import', '/import', 'data.import'],
] as const;

/** The pages and actions that the palette offers this user. */
export function usePaletteEntries() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const router = useRouter();
  const { toggleColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const may = (permission: string | null) =>
    permission === null || user.isSuperuser || user.permissions.includes(permission);
  const go = (to: string) => router.history.push(to);
  const offered = [
    { permission: 'patients.add', label: t('patients:new'), act: () => go('/patients/new') },
    { permission: 'doctors.add', label: t('doctors:new'), act: () => go('/doctors/new') },
    { permission: 'images.add', label: t('images:new'), act: () => go('/images/new') },
    { permission: null, label: t('shortcuts.title'), act: () => setTimeout(openShortcutSheet, 150) },
    { permission: null, label: t('theme.toggle'), act: toggleColorScheme },
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
