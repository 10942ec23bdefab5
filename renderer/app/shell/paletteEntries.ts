import { useComputedColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNamedPages, useOffered } from '../features.tsx';
import { lockNow } from '../station/lockNow.ts';
import { useTheme } from '../usePreferences.ts';
import { openShortcutSheet } from './ShortcutSheet.tsx';
import { useSignOut } from './useSignOut.ts';

/** The pages and actions that the palette offers this user. */
export function usePaletteEntries() {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const [, choose] = useTheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const signOut = useSignOut();
  const go = (to: string) => router.history.push(to);
  const entryOf = ({ path, name }: { path: string; name: string }) => ({ label: t(name), act: () => go(path) });
  return {
    go,
    pages: useNamedPages().map(entryOf),
    actions: [
      ...useOffered('actions').map(entryOf),
      { label: t('shortcuts.title'), act: () => setTimeout(openShortcutSheet, 150) },
      { label: t('theme.toggle'), act: () => choose(dark ? 'light' : 'dark') },
      { label: t('lock'), act: () => void lockNow() },
      { label: t('signOut'), act: signOut },
    ],
  };
}
