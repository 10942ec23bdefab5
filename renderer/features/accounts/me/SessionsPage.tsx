import { AccountPage } from './AccountPage.tsx';
import classes from './account.module.css';
import { HistoryCard } from './HistoryCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';

/** My account, third part: where one is signed in now, and when one was before. */
export function SessionsPage() {
  return (
    <AccountPage part="sessions">
      {({ rememberedUntil }) => (
        <div className={classes.cards}>
          <SessionsCard rememberedUntil={rememberedUntil} />
          <HistoryCard />
        </div>
      )}
    </AccountPage>
  );
}
