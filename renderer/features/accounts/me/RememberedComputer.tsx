import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '#renderer/app/dates.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { queryClient } from '#renderer/app/query.ts';
import { client, orpc } from '#renderer/client.ts';
import classes from './account.module.css';

/** This computer stands in for the authenticator until then, and a way to end that. */
export function RememberedComputer({ until }: { until: number }) {
  const { t } = useTranslation('account');
  const forget = useMutation({
    mutationFn: () => client.me.forgetDevice(),
    onSuccess: () => {
      showDone(t('sessions.forgotten'));
      return queryClient.invalidateQueries({ queryKey: orpc.me.get.key() });
    },
    onError: showProblem,
  });
  return (
    <div className={classes.row}>
      <IconShieldCheck size={22} stroke={1.6} aria-hidden="true" />
      <div className={classes.rowText}>
        <div className={classes.rowTitle}>{t('sessions.remembered')}</div>
        <div className={classes.rowLine}>{t('sessions.rememberedUntil', { at: formatMoment(until) })}</div>
      </div>
      <Button variant="default" size="compact-md" onClick={() => forget.mutate()} loading={forget.isPending}>
        {t('sessions.askAgain')}
      </Button>
    </div>
  );
}
