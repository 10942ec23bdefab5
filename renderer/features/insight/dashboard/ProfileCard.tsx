import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullName, plainName } from '#contract/ground/names.ts';
import type { ProfileSummary } from '#contract/insight/dashboard.ts';
import { formatMoment } from '#renderer/app/dates.ts';
import { mediaUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import classes from './dashboard.module.css';

/** Who I am here. */
export function ProfileCard({ profile }: { profile: ProfileSummary }) {
  const { t } = useTranslation('dashboard');
  return (
    <section className={classes.card} aria-labelledby="my-profile">
      <h2 id="my-profile">{t('profile.title')}</h2>
      <div className={classes.profile}>
        <Avatar name={plainName(profile)} src={mediaUrl(profile.photoId, 512)} size={56} />
        <div className={classes.profileText}>
          <strong dir="auto">{fullName(profile)}</strong>
          <span dir="auto">{[profile.jobTitle, ...profile.groups].filter(Boolean).join(' · ')}</span>
          {profile.lastSignInAt !== null && (
            <span>{t('profile.lastSignIn', { moment: formatMoment(profile.lastSignInAt) })}</span>
          )}
          {profile.doctor && (
            <Link to="/doctors/$doctorId/patients" params={{ doctorId: profile.doctor.id }}>
              {t('profile.myPatients', { count: profile.doctor.patients })}
            </Link>
          )}
        </div>
      </div>
    </section>
  );
}
