import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Crumbs.module.css';
import { lastListSearch } from './listMemory.ts';

interface Crumb {
  label: string;
  to: string;
}

/** The way to this page; lists are met as they were left. */
export function Crumbs({ way }: { way: Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('breadcrumbs')} className={classes.crumbs}>
      <ol>
        {way.map(({ label, to }) => (
          <li key={to}>
            <Link to={to} search={() => lastListSearch(to)} dir="auto">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
