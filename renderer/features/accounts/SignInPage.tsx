import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '#renderer/ui/Logo.tsx';
import { PlainPage } from '#renderer/ui/PlainPage.tsx';
import { SignInForm } from './SignInForm.tsx';
import classes from './SignInPage.module.css';
import { type Start, Tiles } from './Tiles.tsx';

/** The door: who used this computer before, or a username, and a password. */
export function SignInPage({ start }: { start: Start }) {
  const { t } = useTranslation('signIn');
  const [chosen, setChosen] = useState(start.tiles[0]?.username ?? '');
  const username = start.tiles.some((tile) => tile.username === chosen) ? chosen : null;
  return (
    <PlainPage wide foot={<Foot start={start} />}>
      <header className={classes.head}>
        <Logo size={40} />
        <h1 dir="auto">{start.clinicName || t('common:product')}</h1>
      </header>
      {start.tiles.length > 0 && <Tiles tiles={start.tiles} chosen={username} onChoose={setChosen} />}
      <SignInForm key={username} username={username} />
    </PlainPage>
  );
}

function Foot({ start }: { start: Start }) {
  const { t } = useTranslation('signIn');
  return (
    <>
      <span dir="auto">{start.workstation}</span> · {t('version', { version: start.appVersion })}
      {start.keyInFile && <div className={classes.warning}>{t('keyInFile')}</div>}
    </>
  );
}
