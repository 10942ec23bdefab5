import { Worker } from 'node:worker_threads';
import { siblingEntry } from '#main/root.ts';

/** Late enough that the thread does not compete with the start of the window. */
const START_AFTER_MS = 3_000;

/** Checkpoints a database in a thread of its own until stopped. */
export function startCheckpointer(file: string, key: Buffer): { stop(): Promise<unknown> } {
  let worker: Worker | undefined;
  const start = setTimeout(() => {
    worker = new Worker(siblingEntry('adapters/checkpointWorker'), { workerData: { file, key } });
    worker.unref();
  }, START_AFTER_MS);
  start.unref();
  return {
    async stop() {
      clearTimeout(start);
      const running = worker;
      if (!running) return;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.ref();
      running.postMessage('stop');
      await ended;
    },
  };
}
