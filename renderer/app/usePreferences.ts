import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { client } from '../client.ts';
import { i18n } from './i18n.ts';
import { showProblem } from './notices.tsx';
import { useSession } from './session.tsx';

type Theme = 'auto' | 'light' | 'dark';

/** The window looks and speaks as its user has chosen, on whichever computer they sit. */
export function usePreferences(): void {
  const { theme, language } = useSession().user.preferences;
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme), [theme, setColorScheme]);
  useEffect(() => void i18n.changeLanguage(language || 'en'), [language]);
}

/** How it looks now, and a way to change that for good. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (theme: Theme) => {
    setColorScheme(theme);
    client.me.updatePreferences({ theme }).catch(showProblem);
  };
  return [colorScheme, choose];
}
