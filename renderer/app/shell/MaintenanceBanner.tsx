import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import { formatMoment } from '../dates.ts';
import { useMaintenance } from '../maintenance.ts';
import classes from './Shell.module.css';

/** So long before the clinic closes everybody is told. */
const SOON = 30 * 60_000;

/** Reminds superusers that nobody else can work, and everybody of what is near. */
export function MaintenanceBanner() {
  const { t } = useTranslation('admin');
  const plan = useMaintenance();
  if (!plan || plan.state === 'off') return null;
  const isSoon = plan.state === 'planned' && (plan.changesIn ?? 0) < SOON;
  if (plan.state === 'planned' && !isSoon) return null;
  const text =
    plan.state === 'on' ? t('maintenance.banner') : t('maintenance.soon', { from: formatMoment(plan.from ?? 0) });
  return (
    <div className={classes.banner} role="status">
      <Notice kind="warn">
        {text} {plan.message}
      </Notice>
    </div>
  );
}
