import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import { AccountPage } from './AccountPage.tsx';
import classes from './account.module.css';
import { Card } from './Card.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { SecondFactorCard } from './SecondFactorCard.tsx';

/** My account, second part: password, authenticator, recovery codes. */
export function SecurityPage() {
  const { t } = useTranslation('account');
  return (
    <AccountPage part="security">
      {(me) => (
        <div className={classes.cards}>
          {me.hasPassword ? (
            <PasswordCard user={me.user} />
          ) : (
            <Card title={t('password.title')}>
              <Notice kind="info">{t('accounts:passwordElsewhere')}</Notice>
            </Card>
          )}
          <SecondFactorCard on={me.secondFactor} codesLeft={me.recoveryCodes} />
        </div>
      )}
    </AccountPage>
  );
}
