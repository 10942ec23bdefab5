import { UnstyledButton } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { refreshSession } from '#renderer/app/query.ts';
import type { Start } from '#renderer/app/session.tsx';
import { client, recentUserUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import classes from './SignInPage.module.css';

interface TilesProps {
  recentUsers: Start['recentUsers'];
  /** The chosen username; null for somebody else. */
  chosen: string | null;
  onChoose: (username: string) => void;
}

/** The people who used this computer before, and a place for somebody else. */
export function RecentUsers({ recentUsers, chosen, onChoose }: TilesProps) {
  const { t } = useTranslation('signIn');
  return (
    <ul className={classes.tiles} aria-label={t('people')}>
      {recentUsers.map((recentUser) => (
        <li key={recentUser.username} className={classes.tileItem}>
          <UnstyledButton
            className={classes.tile}
            aria-pressed={chosen === recentUser.username}
            onClick={() => onChoose(recentUser.username)}
          >
            <Avatar name={recentUser.name} src={recentUserUrl(recentUser.photoId, 96)} size={72} />
            <span className={classes.tileName} dir="auto">
              {recentUser.name}
            </span>
          </UnstyledButton>
          <Forget recentUser={recentUser} />
        </li>
      ))}
      <li className={classes.tileItem}>
        <UnstyledButton className={classes.tile} aria-pressed={chosen === null} onClick={() => onChoose('')}>
          <span className={classes.other}>
            <IconPlus size={28} aria-hidden="true" />
          </span>
          <span className={classes.tileName}>{t('someoneElse')}</span>
        </UnstyledButton>
      </li>
    </ul>
  );
}

function Forget({ recentUser }: { recentUser: Start['recentUsers'][number] }) {
  const { t } = useTranslation('signIn');
  const forget = () =>
    client.accounts.forgetRecentUser({ username: recentUser.username }).then(refreshSession, () => {});
  return (
    <UnstyledButton className={classes.forget} aria-label={t('forget', { name: recentUser.name })} onClick={forget}>
      <IconX size={14} aria-hidden="true" />
    </UnstyledButton>
  );
}
