import { parentPort, workerData } from 'node:worker_threads';
import { type BatchPlan, demoBatches } from '#db/demo/batches.ts';

/** The body of the thread that makes demo people: a batch each time it is asked, and its end after the last. */

const batches = demoBatches(workerData as BatchPlan);

parentPort?.on('message', () => {
  const { value, done } = batches.next();
  if (done) parentPort?.close();
  else parentPort?.postMessage(value);
});
