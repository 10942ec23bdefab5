import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminRecord } from '#contract/admin/record.ts';
import { formatMoment } from '#renderer/app/dates.ts';
import { i18n } from '#renderer/app/i18n.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { problemOf, sentenceText } from '#renderer/app/problem.ts';
import { queryClient } from '#renderer/app/query.ts';
import { client, orpc } from '#renderer/client.ts';
import classes from '#renderer/features/admin/AdminForm.module.css';
import { PasswordStrength } from '../signIn/PasswordStrength.tsx';
import { WhyPanel } from './WhyPanel.tsx';

/** What an administrator can do about somebody's way in, and why that person may or may not do something. */
export function UserPanels({ record, reload }: { record: AdminRecord; reload: () => void }) {
  const { t } = useTranslation('admin');
  const mayChange = usePermission('users.change');
  const id = Number(record.id);
  const user = useQuery(orpc.users.get.queryOptions({ input: { id }, enabled: mayChange, staleTime: 0 }));
  const name = record.label;
  const issue = async () => {
    const { code, expiresAt } = await client.users.issueResetCode({ id });
    modals.open({
      title: t('users.codeTitle', { name }),
      closeButtonProps: { 'aria-label': t('common:close') },
      closeOnClickOutside: false,
      children: <ResetCode name={name} code={code} until={formatMoment(expiresAt)} />,
    });
  };
  const setPassword = () =>
    modals.open({
      title: `${t('users.setPassword')}: ${name}`,
      closeButtonProps: { 'aria-label': t('common:close') },
      children: <SetPassword id={id} />,
    });
  const removeFactor = async () => {
    try {
      await client.users.resetSecondFactor({ id });
      showDone(t('users.factorRemoved'));
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.users.key() });
      reload();
    }
  };
  const askToRemoveFactor = () =>
    modals.openConfirmModal({
      title: t('users.removeFactorTitle', { name }),
      children: t('users.removeFactorText'),
      labels: { confirm: t('users.removeFactor'), cancel: t('common:cancel') },
      confirmProps: { color: 'red' },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => void removeFactor().catch(showProblem),
    });
  return (
    <>
      {mayChange && (
        <section className={classes.panel} aria-label={t('users.access')}>
          <h2>{t('users.access')}</h2>
          <div className={classes.buttons}>
            <Button variant="default" onClick={setPassword}>
              {t('users.setPassword')}
            </Button>
            <Button variant="default" onClick={() => void issue().catch(showProblem)}>
              {t('users.issueCode')}
            </Button>
            {user.data?.hasSecondFactor && (
              <Button variant="default" onClick={askToRemoveFactor}>
                {t('users.removeFactor')}
              </Button>
            )}
          </div>
        </section>
      )}
      <WhyPanel userId={id} name={name} />
    </>
  );
}

function ResetCode({ name, code, until }: { name: string; code: string; until: string }) {
  const { t } = useTranslation('admin');
  return (
    <div>
      <Text>{t('users.codeText', { until })}</Text>
      <p className={classes.code}>
        <span className="visually-hidden">{name}: </span>
        {code}
      </p>
      <Text size="sm">{t('users.codeHow', { link: t('signIn:forgotten') })}</Text>
      <Group justify="flex-end" mt="lg" className={classes.noPrint}>
        <Button variant="default" onClick={() => window.print()}>
          {t('users.print')}
        </Button>
        <Button onClick={() => modals.closeAll()} data-autofocus>
          {t('users.done')}
        </Button>
      </Group>
    </div>
  );
}

function SetPassword({ id }: { id: number }) {
  const { t } = useTranslation('admin');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    client.users.setPassword({ id, password }).then(
      () => {
        modals.closeAll();
        showDone(i18n.t('admin:users.passwordSet'));
      },
      (reason) => {
        const problem = problemOf(reason);
        setError(sentenceText(problem.fields?.[0]) ?? problem.text);
      },
    );
  };
  return (
    <form onSubmit={save}>
      <Text mb="md">{t('users.passwordText')}</Text>
      <PasswordInput
        label={t('users.newPassword')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={error}
        autoComplete="new-password"
        data-autofocus
        mb="xs"
      />
      <PasswordStrength password={password} userId={id} />
      <Group justify="flex-end" mt="lg">
        <Button type="submit" disabled={password === ''}>
          {t('users.setPassword')}
        </Button>
      </Group>
    </form>
  );
}
