import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName, plainName } from '#contract/ground/names.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { type client, orpc } from '#renderer/client.ts';
import { PhotoButton } from '#renderer/features/ground/photos/PhotoButton.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import classes from './account.module.css';

/** My account as main knows it. */
export type Me = Awaited<ReturnType<typeof client.me.get>>;

const parts = [
  ['profile', '/account'],
  ['security', '/account/security'],
  ['sessions', '/account/sessions'],
  ['preferences', '/account/preferences'],
] as const;
type Part = (typeof parts)[number][0];

/** The frame of My account: who one is, and its four parts. */
export function AccountPage({ part, children }: { part: Part; children: (me: Me) => ReactNode }) {
  const { t } = useTranslation('account');
  const me = useQuery(orpc.me.get.queryOptions());
  if (!me.data) return <RecordPending title={t('title')} crumbs={null} error={me.error} />;
  return (
    <Page title={`${t('title')} – ${t(`part.${part}`)}`} heading={<Banner />}>
      <nav aria-label={t('title')} className={classes.parts}>
        <ul>
          {parts.map(([name, to]) => (
            <Part key={name} name={name} to={to} />
          ))}
        </ul>
      </nav>
      {children(me.data)}
    </Page>
  );
}

function Part({ name, to }: { name: Part; to: NonNullable<LinkProps['to']> }) {
  const { t } = useTranslation('account');
  return (
    <li>
      <Link to={to} className={classes.part} activeOptions={{ exact: true }} activeProps={{ 'data-active': true }}>
        {t(`part.${name}`)}
      </Link>
    </li>
  );
}

function Banner() {
  const { t } = useTranslation('account');
  const { user, workstation } = useSession();
  const standing = user.isSuperuser ? [t('superuser'), ...user.groups] : user.groups;
  return (
    <div className={classes.banner}>
      <PhotoButton
        subject="user"
        subjectId={user.id}
        name={plainName(user)}
        photoId={user.photoId}
        size={64}
        permission={null}
      />
      <div className={classes.who}>
        <div className={classes.name} dir="auto">
          {fullName(user) || user.username}
        </div>
        <div className={classes.line} dir="auto">
          {[user.username, standing.join(', '), workstation].filter(Boolean).join(' · ')}
        </div>
      </div>
    </div>
  );
}
