import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../connection.ts';
import { insideDesktop } from '../transport.ts';
import { Notice } from '../ui/Notice.tsx';
import classes from './ConnectionNotice.module.css';

/** Says on every page, over whatever stands there, that main cannot be reached; goes away when it can be again. */
export function ConnectionNotice() {
  const { t } = useTranslation('signIn');
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  if (state !== 'lost') return null;
  return (
    <div className={classes.place}>
      <Notice kind="warn" alert>
        {t(insideDesktop ? 'lostInDesktop' : 'lost')}
      </Notice>
    </div>
  );
}
