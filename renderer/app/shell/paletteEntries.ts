import { useComputedColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNamedPages, useOffered } from '../features.tsx';
import { lockNow } from '../station/lockNow.ts';
import { useTheme } from '../usePreferences.ts';
import { openShortcutSheet } from './ShortcutSheet.tsx';
import { useSignOut } from './useSignOut.ts';

/** A page or an action among what the palette offers. */
export interface CommandEntry {
  id: string;
  label: string;
  words?: string;
  act: () => void;
}

/** The pages and actions that the palette offers this user. */
export function usePaletteEntries() {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const [, choose] = useTheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const signOut = useSignOut();
  const go = (to: string) => router.history.push(to);
  const entryOf = ({ path, name, words }: { path: string; name: string; words?: string }): CommandEntry => ({
    id: path,
    label: t(name),
    ...(words && { words: t(words) }),
    act: () => go(path),
  });
  return {
    go,
    pages: useNamedPages().map(entryOf),
    actions: [
      ...useOffered('actions').map(entryOf),
      { id: 'keys', label: t('shortcuts.title'), act: () => setTimeout(openShortcutSheet, 150) },
      { id: 'theme', label: t('theme.toggle'), act: () => choose(dark ? 'light' : 'dark') },
      { id: 'lock', label: t('lock'), act: () => void lockNow() },
      { id: 'signOut', label: t('signOut'), words: t('palette.signOutWords'), act: signOut },
    ],
  };
}
