import { Refusal } from '#main/refusal.ts';
import { newToken } from '#main/services/tokens.ts';
import { type Job, type JobServices, startJob } from './job.ts';
import type { Task } from './protocol.ts';

/** The imports of this program's run: one at a time, each known to the place (`owner`) that started it. */
export interface Imports {
  /** Starts a task; answers its id. Raises BUSY while another one runs. */
  start(owner: string, task: Task): string;
  /** A job of this owner, running or ended; undefined when there is none. */
  find(owner: string, jobId: string): Job | undefined;
  /** Cancels what runs and waits until its thread has ended. */
  close(): Promise<void>;
}

/** Ended jobs are kept for their reports, so many. */
const MOST_KEPT = 20;

export function createImports(services: JobServices): Imports {
  const jobs = new Map<string, { owner: string; job: Job }>();
  const running = () =>
    [...jobs.values()].map(({ job }) => job).filter((job) => job.progress.value.state === 'running');
  return {
    start(owner, task) {
      if (running().length > 0) throw new Refusal('BUSY', { sentence: { key: 'imports.problem.running' } });
      const jobId = newToken();
      jobs.set(jobId, { owner, job: startJob(services, task) });
      const [oldest] = jobs.keys();
      if (jobs.size > MOST_KEPT && oldest) jobs.delete(oldest);
      return jobId;
    },
    find(owner, jobId) {
      const known = jobs.get(jobId);
      return known?.owner === owner ? known.job : undefined;
    },
    async close() {
      for (const job of running()) job.cancel();
      // Also of those that were cancelled: a thread that takes a large file apart ends when that is done.
      await Promise.all([...jobs.values()].map(({ job }) => job.ended));
    },
  };
}
