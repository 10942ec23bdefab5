import { Worker } from 'node:worker_threads';
import { siblingEntry } from '#main/root.ts';

/** Makes search terms anew in a thread of its own, which writes only while it is asked to. */
export interface RemakingThread {
  /** Does the next piece; false when all is done. Rejects when the thread fails or is gone. */
  step(): Promise<boolean>;
  stop(): Promise<void>;
}

export function startRemaking(file: string, key: Buffer): RemakingThread {
  const worker = new Worker(siblingEntry('adapters/termsWorker'), { workerData: { file, key } });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const failed = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that makes search terms has ended')));
  });
  // Heard by whoever waits for a piece; between two of them nobody does.
  failed.catch(() => undefined);
  return {
    step() {
      const answer = new Promise<boolean>((resolve) => worker.once('message', resolve));
      worker.postMessage('step');
      return Promise.race([answer, failed]);
    },
    async stop() {
      worker.postMessage('stop');
      await ended;
    },
  };
}
