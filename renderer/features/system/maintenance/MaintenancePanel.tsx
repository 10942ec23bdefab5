import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '#renderer/app/dates.ts';
import { useMaintenance } from '#renderer/app/maintenance.ts';
import { Can } from '#renderer/app/permission.tsx';
import classes from '#renderer/features/admin/AdminForm.module.css';
import { MaintenanceDialog } from './MaintenanceDialog.tsx';

/** Whether the clinic is open, and the way to close it, for those who may. */
export function MaintenancePanel() {
  return (
    <Can permission="maintenance.change">
      <Panel />
    </Can>
  );
}

function Panel() {
  const { t } = useTranslation('admin');
  const [editing, setEditing] = useState(false);
  const plan = useMaintenance();
  if (!plan) return null;
  return (
    <section className={classes.panel} aria-label={t('maintenance.title')}>
      <div className={classes.panelHead}>
        <h2>{t('maintenance.title')}</h2>
        <strong>{t(`maintenance.state.${plan.state}`)}</strong>
      </div>
      {plan.from !== null && <p>{formatMoment(plan.from)}</p>}
      {plan.until !== null && <p>{t('maintenance.expected', { until: formatMoment(plan.until) })}</p>}
      <Button variant="default" onClick={() => setEditing(true)}>
        {t('maintenance.edit')}
      </Button>
      {editing && <MaintenanceDialog plan={plan} onClose={() => setEditing(false)} />}
    </section>
  );
}
