import { Button, Group } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaintenanceState } from '#contract/system/maintenance.ts';
import { client } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PlainPage } from '../ui/PlainPage.tsx';
import { formatMoment } from './dates.ts';
import { refreshSession } from './query.ts';
import { useSession } from './session.tsx';

/** What everybody but superusers sees while the clinic is closed; it goes away by itself. */
export function MaintenancePage({ plan }: { plan: MaintenanceState }) {
  const { t } = useTranslation('admin');
  const { user, clinicName } = useSession();
  const mayEnd = user.permissions.includes('maintenance.change');
  const end = useMutation({ mutationFn: () => client.maintenance.set({ on: false }) });
  const signOut = useMutation({ mutationFn: () => client.accounts.signOut().then(refreshSession) });
  useEffect(() => {
    document.title = `${t('maintenance.pageTitle')} – Clinic Desk`;
  }, [t]);
  return (
    <PlainPage foot={clinicName}>
      <EmptyState icon={IconTool} title={t('maintenance.pageTitle')} text={t('maintenance.pageText')}>
        {plan.message && (
          <p dir="auto" style={{ margin: 0, fontWeight: 600, whiteSpace: 'pre-line' }}>
            {plan.message}
          </p>
        )}
        {plan.until !== null && <p>{t('maintenance.expected', { until: formatMoment(plan.until) })}</p>}
        <Group mt="md" justify="center">
          {mayEnd && <Button onClick={() => end.mutate()}>{t('maintenance.end')}</Button>}
          <Button variant="default" onClick={() => signOut.mutate()}>
            {t('shell:signOut')}
          </Button>
        </Group>
      </EmptyState>
    </PlainPage>
  );
}
