import { Worker } from 'node:worker_threads';
import { kinds } from '#contract/entities.ts';
import type { ImportProgress } from '#contract/people/imports.ts';
import { type Database, storageProblem } from '#db/index.ts';
import { owned } from '#main/adapters/owned.ts';
import type { Ports } from '#main/ports.ts';
import { siblingEntry } from '#main/root.ts';
import type { DiskSpace } from '#main/services/diskSpace.ts';
import type { Job } from '#main/services/jobs.ts';
import { latest } from '#main/services/latest.ts';
import type { Signals } from '#main/services/signals.ts';
import type { FromWorker, Task, Touched, ToWorker, WorkerSetup } from './protocol.ts';
import { emptyReport } from './run.ts';

/** What an import or demo load needs of main. */
interface JobServices {
  db: Database;
  ports: Pick<Ports, 'clock' | 'dataKey' | 'log'>;
  signals: Signals;
  diskSpace: DiskSpace;
}

/** A thread that has not ended itself by then is deep in a large file, and is ended from here. */
const PATIENCE_MS = 700;

const beginningOf = ({ kind }: Task): ImportProgress => ({
  state: 'running',
  step: kind === 'demo' ? 'making' : 'reading',
  done: 0,
  total: 0,
  report: null,
  failure: null,
});

/**
 * Starts a task in a thread of its own. The thread writes through its own connection, but only while main has given it
 * the turn, so that neither ever waits on SQLite's lock; what it has changed main's caches and pages hear after each batch.
 */
export function startJob(services: JobServices, task: Task): Job {
  const progress = latest(beginningOf(task), ({ state }) => state !== 'running');
  const setup: WorkerSetup = { file: services.db.file, key: services.ports.dataKey, task };
  let over = (_last: ImportProgress) => {};
  const ended = new Promise<ImportProgress>((resolve) => {
    over = resolve;
  });
  const tell = (message: ToWorker) => worker?.postMessage(message);
  let giveBack: ((touched: Touched | null) => void) | undefined;
  const report = emptyReport(task.kind === 'import' && task.dryRun);
  let isStoring = false;

  const giveTurn = async () => {
    const touched = await services.db.exclusive(
      () =>
        new Promise<Touched | null>((resolve) => {
          giveBack = resolve;
          isStoring = progress.value.state === 'running';
          if (isStoring) tell({ type: 'go' });
          else resolve(null);
        }),
    );
    if (touched) await announce(services, touched);
  };

  const end = (last: Pick<ImportProgress, 'report' | 'failure'>) => {
    if (progress.value.state !== 'running') return;
    const state = last.failure ? 'failed' : last.report?.cancelled ? 'cancelled' : 'done';
    progress.set({ ...progress.value, ...last, step: 'finishing', state });
  };

  const cancel = () => {
    tell({ type: 'cancel' });
    services.ports.clock.after(PATIENCE_MS, giveUp);
  };
  const giveUp = () => {
    if (progress.value.state !== 'running') return;
    // A batch is stored whole or not at all, and counted; it takes milliseconds.
    if (isStoring) return void services.ports.clock.after(1, giveUp);
    end({ report: { ...report, cancelled: true }, failure: null });
    void worker?.terminate();
  };

  const worker = owned(
    () => new Worker(siblingEntry('modules/people/imports/worker'), { workerData: setup }),
    (error) => {
      if (error)
        services.ports.log.error({ fault: { name: error.name, message: error.message } }, 'import thread failed');
      end({ report: progress.value.report, failure: { key: 'imports.problem.failed' } });
      giveBack?.(null);
      over(progress.value);
    },
  );
  worker?.on('message', (message: FromWorker) => {
    if (message.type === 'progress') progress.set({ ...progress.value, ...message.step });
    else if (message.type === 'wantTurn') {
      const problem = lackOf(services.diskSpace);
      if (problem) tell({ type: 'noTurn', problem });
      else giveTurn().catch((error) => tell({ type: 'noTurn', problem: storageProblem(error) ?? 'busy' }));
    } else if (message.type === 'turnOver') giveBack?.(message.touched);
    else if (message.type === 'stored') {
      Object.assign(report, message.stored);
      isStoring = false;
    } else {
      if (message.fault) services.ports.log.error({ fault: message.fault }, 'import failed');
      end(message);
    }
  });
  return { progress, cancel, ended };
}

/** What other people change needs the room that is left. */
const lackOf = ({ state: { space } }: DiskSpace) => (space === 'short' || space === 'full' ? space : null);

/** Tells caches and open pages, as after every commit. */
async function announce({ signals }: JobServices, touched: Touched): Promise<void> {
  for (const kind of kinds) {
    const ids = touched[kind] ?? [];
    if (ids.length === 0) continue;
    await signals.sendRobust('committed', { kind, ids: ids === 'many' ? [] : ids });
  }
}
