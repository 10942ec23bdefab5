import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { QuickLink } from '#renderer/app/feature.ts';
import { useOffered } from '#renderer/app/features.tsx';
import classes from './dashboard.module.css';

/** The ways to the daily work, as the features offer them. */
export function QuickLinks() {
  const { t } = useTranslation('dashboard');
  return (
    <ul className={classes.quickLinks} aria-label={t('quickLinks')}>
      {useOffered('quickLinks').map((link) => (
        <Line key={link.path} link={link} />
      ))}
    </ul>
  );
}

function Line({ link: { path, icon: Icon, name, text } }: { link: QuickLink }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to={path} className={classes.quickLink}>
        <Icon size={22} stroke={1.6} aria-hidden="true" />
        <span className={classes.quickLinkText}>
          <span className={classes.quickLinkTitle}>{t(name)}</span>
          <span className={classes.hint}>{t(text)}</span>
        </span>
      </Link>
    </li>
  );
}
