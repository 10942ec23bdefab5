import { Worker } from 'node:worker_threads';
import { siblingEntry } from '#main/root.ts';
import { owned } from './owned.ts';

/** Makes search terms anew in a thread of its own, which writes only while it is asked to. */
export interface RemakingThread {
  /** Does the next piece; false when all is done. Rejects when the thread fails or is gone. */
  step(): Promise<boolean>;
  stop(): Promise<void>;
}

export function startRemaking(file: string, key: Buffer): RemakingThread {
  const start = () => new Worker(siblingEntry('adapters/termsWorker'), { workerData: { file, key } });
  let over = (_error: Error) => {};
  const ended = new Promise<Error>((resolve) => {
    over = resolve;
  });
  const worker = owned(start, (error) => over(error ?? new Error('the thread that makes search terms has ended')));
  return {
    step() {
      const answer = new Promise<boolean>((resolve) => worker?.once('message', resolve));
      worker?.postMessage('step');
      return Promise.race([answer, ended.then((error) => Promise.reject(error))]);
    },
    async stop() {
      worker?.postMessage('stop');
      await ended;
    },
  };
}
