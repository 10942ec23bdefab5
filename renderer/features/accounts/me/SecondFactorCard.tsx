import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { queryClient } from '#renderer/app/query.ts';
import { client, orpc } from '#renderer/client.ts';
import classes from './account.module.css';
import { Card } from './Card.tsx';
import { EnrolDialog } from './EnrolDialog.tsx';
import { RecoveryCodesDialog } from './RecoveryCodes.tsx';

const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.me.key() });

/** The authenticator beside the password: set up, turned off, and the codes for when it is lost. */
export function SecondFactorCard({ on, codesLeft }: { on: boolean; codesLeft: number }) {
  const { t } = useTranslation('account');
  const [enrolling, setEnrolling] = useState<Awaited<ReturnType<typeof client.me.enrolSecondFactor>> | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const enrol = useMutation({
    mutationFn: () => client.me.enrolSecondFactor(),
    onSuccess: setEnrolling,
    onError: showProblem,
    gcTime: 0,
  });
  const renew = useMutation({
    mutationFn: () => client.me.newRecoveryCodes(),
    onSuccess: (made) => setCodes(made.codes),
    onError: showProblem,
    gcTime: 0,
  });
  const disable = useMutation({
    mutationFn: () => client.me.disableSecondFactor(),
    onSuccess: () => {
      showDone(t('secondFactor.turnedOff'));
      return refresh();
    },
    onError: showProblem,
  });
  const askToDisable = () =>
    modals.openConfirmModal({
      title: t('secondFactor.offTitle'),
      children: t('secondFactor.offText'),
      labels: { confirm: t('secondFactor.off'), cancel: t('common:cancel') },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => disable.mutate(),
    });
  const Icon = on ? IconShieldCheck : IconShieldOff;
  return (
    <Card title={t('secondFactor.title')} text={t('secondFactor.text')}>
      <div className={classes.state} data-on={on || undefined}>
        <Icon size={20} aria-hidden="true" /> {t(on ? 'secondFactor.isOn' : 'secondFactor.isOff')}
      </div>
      {on && <p className={classes.text}>{t('secondFactor.codesLeft', { count: codesLeft })}</p>}
      <div className={classes.foot}>
        {on ? (
          <>
            <Button variant="default" onClick={askToDisable} loading={disable.isPending}>
              {t('secondFactor.off')}
            </Button>
            <Button onClick={() => renew.mutate()} loading={renew.isPending}>
              {t('secondFactor.newCodes')}
            </Button>
          </>
        ) : (
          <Button onClick={() => enrol.mutate()} loading={enrol.isPending}>
            {t('secondFactor.setUp')}
          </Button>
        )}
      </div>
      {enrolling && (
        <EnrolDialog
          secret={enrolling.secret}
          qr={enrolling.qr}
          onClose={() => setEnrolling(null)}
          onDone={(made) => {
            setEnrolling(null);
            setCodes(made);
          }}
        />
      )}
      {codes && (
        <RecoveryCodesDialog
          codes={codes}
          onClose={() => {
            setCodes(null);
            void refresh();
          }}
        />
      )}
    </Card>
  );
}
