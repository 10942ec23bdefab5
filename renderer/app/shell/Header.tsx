import { ActionIcon, Kbd, Tooltip, UnstyledButton, useComputedColorScheme } from '@mantine/core';
import { IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { palette } from '../palette/store.ts';
import { useShortcut } from '../shortcuts.ts';
import { useTheme } from '../usePreferences.ts';
import classes from './Shell.module.css';
import { openShortcutSheet } from './ShortcutSheet.tsx';
import { UserMenu } from './UserMenu.tsx';

/** Search, theme, and who is signed in; on every page. */
export function Header() {
  const { t } = useTranslation('shell');
  useShortcut('search', palette.open);
  return (
    <section className={classes.header} aria-label={t('tools')}>
      <UnstyledButton className={classes.search} onClick={palette.open} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden="true" />
        <span className={classes.searchText}>{t('search')}</span>
        <Kbd size="xs">Ctrl+K</Kbd>
      </UnstyledButton>
      <div className={classes.tools}>
        <Tooltip label={`${t('shortcuts.title')}  ?`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={openShortcutSheet}
            aria-label={t('shortcuts.title')}
          >
            <IconKeyboard size={20} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <ThemeButton />
        <UserMenu />
      </div>
    </section>
  );
}

function ThemeButton() {
  const { t } = useTranslation('shell');
  const [, choose] = useTheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = t(dark ? 'theme.toLight' : 'theme.toDark');
  const Icon = dark ? IconSun : IconMoon;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        onClick={() => choose(dark ? 'light' : 'dark')}
      >
        <Icon size={20} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
