import { Worker } from 'node:worker_threads';
import { siblingEntry } from '#main/root.ts';
import { owned } from './owned.ts';

/** Looks through the pages of a database in a thread of its own; answers what is wrong, and raises what cannot be read. */
export function startQuickCheck(file: string, key: Buffer): { ended: Promise<string[]>; stop(): void } {
  let worker: Worker | null = null;
  const ended = new Promise<string[]>((resolve, reject) => {
    const start = () => new Worker(siblingEntry('adapters/quickCheckWorker'), { workerData: { file, key } });
    worker = owned(start, (error) => reject(error ?? new Error('the check was stopped')));
    worker?.once('message', resolve);
  });
  return { ended, stop: () => void worker?.terminate() };
}
