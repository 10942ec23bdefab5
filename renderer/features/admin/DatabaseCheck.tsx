import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CheckProgress, CheckResult } from '#contract/admin/health.ts';
import { formatMoment } from '#renderer/app/dates.ts';
import { showProblem } from '#renderer/app/notices.tsx';
import { Can } from '#renderer/app/permission.tsx';
import { sentenceText } from '#renderer/app/problem.ts';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import classes from './AdminForm.module.css';

const MOST_SHOWN = 5;

const options = {
  onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.admin.health.key() }),
  onError: showProblem,
};

interface DatabaseCheckProps {
  last: CheckResult | null;
  check: CheckProgress | null;
}

/** When the database was last looked through, what came of it, and the way to do it now. */
export function DatabaseCheck({ last, check }: DatabaseCheckProps) {
  const { t } = useTranslation('admin');
  const start = useMutation(orpc.admin.checkDatabase.mutationOptions(options));
  const isRunning = check?.state === 'running';
  return (
    <div className={classes.check}>
      <div role="status" className={classes.checkState}>
        <span>
          {t('health.checked')}: <strong>{last ? formatMoment(last.at) : t('health.never')}</strong>
        </span>
        {check?.state === 'stopped' && <p>{t('health.stopped')}</p>}
        {check?.state === 'failed' && <Notice kind="danger">{t('health.failed')}</Notice>}
        {last && <Result result={last} />}
      </div>
      {isRunning && <Running check={check} />}
      {!isRunning && (
        <Can permission="settings.change">
          <Button
            variant="default"
            size="compact-md"
            className={classes.checkStart}
            loading={start.isPending}
            onClick={() => start.mutate(undefined)}
          >
            {t('health.check')}
          </Button>
        </Can>
      )}
    </div>
  );
}

function Result({ result: { count, problems } }: { result: CheckResult }) {
  const { t } = useTranslation('admin');
  if (count === 0) return <Notice kind="ok">{t('health.sound')}</Notice>;
  const shown = problems.slice(0, MOST_SHOWN).map((problem) => sentenceText(problem) ?? t('check.unreadable'));
  return (
    <Notice kind="danger">
      {t('health.unsound', { count })}. {t('health.advice')}
      <ul className={classes.problems}>
        {shown.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {count > shown.length && <li>{t('health.more', { count: count - shown.length })}</li>}
      </ul>
    </Notice>
  );
}

function Running({ check: { done, total } }: { check: CheckProgress }) {
  const { t } = useTranslation('admin');
  const stop = useMutation(orpc.admin.stopCheck.mutationOptions(options));
  return (
    <>
      <Progress.Root size="lg">
        <Progress.Section value={total > 0 ? (done / total) * 100 : 0} aria-label={t('health.checking')} />
      </Progress.Root>
      <div className={classes.panelHead}>
        <span className="tabular">{total > 0 ? t('health.progress', { done, total }) : t('health.checking')}</span>
        <Can permission="settings.change">
          <Button variant="default" size="compact-md" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
            {t('health.stop')}
          </Button>
        </Can>
      </div>
      <p>{t('health.leave')}</p>
    </>
  );
}
