import { hostname } from 'node:os';
import type { ImportReport } from '#contract/people/imports.ts';
import type { Backend } from '#main/backend.ts';
import { startJob } from '#main/modules/people/imports/job.ts';
import type { Task } from '#main/modules/people/imports/protocol.ts';
import { translate } from '#main/texts.ts';
import { progressBar } from './output.ts';
import { CommandError, inWords } from './run.ts';

const OWNER = 'terminal';

/** Nobody is signed in at a terminal: the audit has the command and the computer, and no user. */
export const importer = (command: string) => ({
  userId: null,
  workstation: hostname(),
  procedure: `cli.${command}`,
});

/**
 * Runs an import or demo load to its end, with a bar; answers the report. Ctrl-C cancels after the batch at hand, which like
 * a failure is a {@link CommandError}.
 */
export async function followJob({ services }: Backend, task: Task): Promise<ImportReport> {
  const job = services.jobs.find(
    OWNER,
    services.jobs.start(OWNER, () => startJob(services, task)),
  );
  if (!job) throw new CommandError(translate('imports.problem.failed'));
  const bar = progressBar();
  const cancel = () => job.cancel();
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  try {
    for await (const { state, step, done, total } of job.progress.follow()) {
      if (state === 'running') bar.show({ label: translate(`imports.step.${step}`), done, total });
    }
  } finally {
    bar.clear();
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
  const { report, failure } = job.progress.value;
  if (failure) throw new CommandError(inWords(failure));
  if (!report) throw new CommandError(translate('imports.problem.failed'));
  if (report.cancelled) {
    const { created, updated } = report.patients;
    throw new CommandError(translate('cli.error.cancelled', { created, updated }));
  }
  return report;
}
