import type { ImportProgress } from '#contract/people/imports.ts';
import { Refusal } from '#main/refusal.ts';
import type { Latest } from './latest.ts';
import { newToken } from './tokens.ts';

/** Long work on its way in a thread of its own, and afterwards what came of it. */
export interface Job {
  readonly progress: Latest<ImportProgress>;
  /** Ends it after the batch at hand, within a second whatever it is doing; what is stored stays. */
  cancel(): void;
  /** Settles with the last progress; never rejects. */
  readonly ended: Promise<ImportProgress>;
}

/** The long work of this program's run: one at a time, each known to the place (`owner`) that started it. */
export interface Jobs {
  /** Starts a job; answers its id. Raises BUSY while another one runs. */
  start(owner: string, begin: () => Job): string;
  /** A job of this owner, running or ended; undefined when there is none. */
  find(owner: string, jobId: string): Job | undefined;
  /** Cancels what runs and waits until its thread has ended. */
  close(): Promise<void>;
}

/** Ended jobs are kept for their reports, so many. */
const MOST_KEPT = 20;

export function createJobs(): Jobs {
  const jobs = new Map<string, { owner: string; job: Job }>();
  const running = () =>
    [...jobs.values()].map(({ job }) => job).filter((job) => job.progress.value.state === 'running');
  return {
    start(owner, begin) {
      if (running().length > 0) throw new Refusal('BUSY', { sentence: { key: 'imports.problem.running' } });
      const jobId = newToken();
      jobs.set(jobId, { owner, job: begin() });
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
