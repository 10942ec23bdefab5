import { Menu, UnstyledButton } from '@mantine/core';
import { IconDeviceDesktop, IconKeyboard, IconLock, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import { mediaUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { useNamedPages } from '../features.tsx';
import { useSession } from '../session.tsx';
import { keysText } from '../shortcuts.ts';
import { lockNow } from '../station/lockNow.ts';
import { useTheme } from '../usePreferences.ts';
import classes from './Shell.module.css';
import { openShortcutSheet } from './ShortcutSheet.tsx';
import { useSignOut } from './useSignOut.ts';

/** The current user, what they may choose for themselves, and the way out. */
export function UserMenu() {
  const { t } = useTranslation('shell');
  const { user, workstation } = useSession();
  const router = useRouter();
  const signOut = useSignOut();
  const pages = useNamedPages().filter(({ within }) => within === 'userMenu');
  const name = fullName(user) || user.username;
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t('userMenu', { name })}>
          <Avatar name={name} src={mediaUrl(user.photoId, 96)} size={32} />
          <span className={classes.userText}>
            <span className={classes.userName} dir="auto">
              {name}
            </span>
            <span className={classes.userPlace} dir="auto">
              {[user.groups[0], workstation].filter(Boolean).join(' · ')}
            </span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(({ path, icon: Icon, name: key }) => (
          <Menu.Item
            key={path}
            leftSection={Icon && <Icon size={18} />}
            onClick={() => void router.navigate({ to: path })}
          >
            {t(key)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={18} />} rightSection="?" onClick={openShortcutSheet}>
          {t('shortcuts.title')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLock size={18} />}
          rightSection={<span aria-hidden="true">{keysText('lock')}</span>}
          onClick={() => void lockNow()}
        >
          {t('lock')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const themes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

function ThemeItems() {
  const { t } = useTranslation('shell');
  const [colorScheme, choose] = useTheme();
  return (
    <>
      <Menu.Label>{t('theme.title')}</Menu.Label>
      {themes.map(([scheme, Icon]) => (
        <Menu.Item
          key={scheme}
          leftSection={<Icon size={18} />}
          rightSection={colorScheme === scheme ? '✓' : undefined}
          onClick={() => choose(scheme)}
        >
          {t(`theme.${scheme}`)}
        </Menu.Item>
      ))}
    </>
  );
}
