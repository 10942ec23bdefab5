import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { BatchPlan, PatientBatch } from '#db/demo/batches.ts';
import { owned } from '#main/adapters/owned.ts';
import { siblingEntry } from '#main/root.ts';

/** Enough that the thread is never waited for, and few enough that they take no memory worth speaking of. */
const BATCHES_AHEAD = 4;

/** The people of a plan, made in a thread of their own while others are being stored. Raises what goes wrong there. */
export async function* peopleFromThread(plan: BatchPlan): AsyncGenerator<PatientBatch, void> {
  // What it dies of is raised below, where its batches are waited for.
  const worker = owned(
    () => new Worker(siblingEntry('modules/people/imports/demoPeopleWorker'), { workerData: plan }),
    () => undefined,
  );
  if (!worker) throw new Error('the thread of demo people cannot be started');
  const askForMore = () => worker.postMessage('more');
  for (let ahead = 0; ahead < BATCHES_AHEAD; ahead += 1) askForMore();
  try {
    for await (const [batch] of on(worker, 'message', { close: ['exit'] })) {
      askForMore();
      yield batch as PatientBatch;
    }
  } finally {
    await worker.terminate();
  }
}
