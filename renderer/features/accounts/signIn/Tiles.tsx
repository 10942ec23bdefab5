import { UnstyledButton } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { refreshSession } from '#renderer/app/query.ts';
import type { Start } from '#renderer/app/session.tsx';
import { client, tileUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import classes from './SignInPage.module.css';

interface TilesProps {
  tiles: Start['tiles'];
  /** The chosen username; null for somebody else. */
  chosen: string | null;
  onChoose: (username: string) => void;
}

/** The people who used this computer before, and a place for somebody else. */
export function Tiles({ tiles, chosen, onChoose }: TilesProps) {
  const { t } = useTranslation('signIn');
  return (
    <ul className={classes.tiles} aria-label={t('people')}>
      {tiles.map((tile) => (
        <li key={tile.username} className={classes.tileItem}>
          <UnstyledButton
            className={classes.tile}
            aria-pressed={chosen === tile.username}
            onClick={() => onChoose(tile.username)}
          >
            <Avatar name={tile.name} src={tileUrl(tile.photoId, 96)} size={72} />
            <span className={classes.tileName} dir="auto">
              {tile.name}
            </span>
          </UnstyledButton>
          <Forget tile={tile} />
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

function Forget({ tile }: { tile: Start['tiles'][number] }) {
  const { t } = useTranslation('signIn');
  const forget = () => client.accounts.forgetTile({ username: tile.username }).then(refreshSession, () => {});
  return (
    <UnstyledButton className={classes.forget} aria-label={t('forget', { name: tile.name })} onClick={forget}>
      <IconX size={14} aria-hidden="true" />
    </UnstyledButton>
  );
}
