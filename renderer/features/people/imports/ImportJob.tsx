import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportProgress } from '#contract/people/imports.ts';
import { formatNumber } from '#renderer/app/dates.ts';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { showProblem } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { sentenceText } from '#renderer/app/problem.ts';
import { client } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { ImportChoice } from './ImportForm.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import classes from './imports.module.css';
import { useImportJob } from './useImportJob.ts';

interface ImportJobProps {
  jobId: string;
  /** What it was begun with, where this page still knows. */
  choice: ImportChoice | null;
  onStarted: (jobId: string) => void;
  onAgain: () => void;
}

/** One import on its way, and what came of it. */
export function ImportJob({ jobId, choice, onStarted, onAgain }: ImportJobProps) {
  const { t } = useTranslation('imports');
  const { progress, problem } = useImportJob(jobId);
  const wasTried = progress?.report?.dryRun === true;
  const over = progress !== null && progress.state !== 'running';
  return (
    <div className={classes.page}>
      {problem && <ProblemNotice problem={problem} />}
      {progress?.state === 'running' && <Running progress={progress} jobId={jobId} />}
      {over && (
        <>
          <Outcome progress={progress} />
          {progress.report && <ImportReportView report={progress.report} />}
        </>
      )}
      {(over || problem) && (
        <div className={classes.buttons}>
          {wasTried ? choice && <ImportNow choice={choice} onStarted={onStarted} /> : <ToPatients />}
          <Button variant="default" onClick={onAgain}>
            {t('page.again')}
          </Button>
        </div>
      )}
    </div>
  );
}

function ToPatients() {
  const { t } = useTranslation('imports');
  return <LinkButton to="/patients">{t('page.toPatients')}</LinkButton>;
}

/** After a try: the same once more, and kept. */
function ImportNow({ choice, onStarted }: Pick<ImportJobProps, 'onStarted'> & { choice: ImportChoice }) {
  const { t } = useTranslation('imports');
  const start = useMutation({
    mutationFn: () => client.imports.start({ ...choice, dryRun: false }),
    onSuccess: ({ jobId }) => onStarted(jobId),
    onError: showProblem,
  });
  return (
    <Button loading={start.isPending} onClick={() => start.mutate()}>
      {t('page.startNow')}
    </Button>
  );
}

function Running({ progress, jobId }: { progress: ImportProgress; jobId: string }) {
  const { t } = useTranslation('imports');
  const { step, done, total } = progress;
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  return (
    <section className={classes.card} aria-labelledby="import-running">
      <h2 id="import-running" className={classes.title}>
        {t(`page.step.${step}`)}
      </h2>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={t(`page.step.${step}`)} />
      </Progress.Root>
      <div className={classes.running}>
        <span className="tabular">
          {t('page.percent', { percent })}
          {total > 0 && ` · ${formatNumber(done)} / ${formatNumber(total)}`}
        </span>
        <Button variant="default" onClick={() => client.imports.cancel({ jobId }).catch(showProblem)}>
          {t('common:cancel')}
        </Button>
      </div>
      <p className={classes.hint}>{t('page.leaveHint')}</p>
    </section>
  );
}

function Outcome({ progress }: { progress: ImportProgress }) {
  const { t } = useTranslation('imports');
  const { state, report, failure } = progress;
  if (state === 'failed') {
    return (
      <Notice kind="danger" alert>
        {sentenceText(failure ?? undefined) ?? t('problem.failed')}
      </Notice>
    );
  }
  if (state === 'cancelled') return <Notice kind="warn">{t('page.cancelled')}</Notice>;
  return <Notice kind="ok">{t(report?.dryRun ? 'page.tried' : 'page.done')}</Notice>;
}
