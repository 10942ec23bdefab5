import { useState } from 'react';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';
import { AccountPage, type Me } from './AccountPage.tsx';
import classes from './account.module.css';
import { ProfileCard } from './ProfileCard.tsx';
import { UserCard } from './UserCard.tsx';

/** My account, first part: what belongs to the account and what one tells of oneself, side by side. */
export function ProfilePage() {
  return <AccountPage part="profile">{(me) => <Cards me={me} />}</AccountPage>;
}

function Cards({ me }: { me: Me }) {
  // Filled once and after each own save: what changes elsewhere must not change a form under one's hands.
  const [user, setUser] = useState(me);
  const [profile, setProfile] = useState(me);
  const keep = (saved: Me) => queryClient.setQueryData(orpc.me.get.queryKey(), saved);
  return (
    <div className={classes.cards}>
      <UserCard
        key={`user ${user.version}`}
        me={user}
        onSaved={(saved) => {
          keep(saved);
          setUser(saved);
        }}
      />
      <ProfileCard
        key={`profile ${profile.profile?.version ?? 0}`}
        me={profile}
        onSaved={(saved) => {
          keep(saved);
          setProfile(saved);
        }}
      />
    </div>
  );
}
