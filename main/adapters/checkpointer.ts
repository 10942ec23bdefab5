import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { siblingEntry } from '#main/root.ts';
import { type Kept, keptRunning } from './owned.ts';

/** Late enough that the thread does not compete with the start of the window. */
const START_AFTER_MS = 3_000;
/** A thread that the disk holds up is not waited for longer than this; what it did not do the next start does. */
const LONGEST_STOP_MS = 2_000;

/**
 * Checkpoints a database in a thread of its own until stopped. The thread dies of any I/O error, and with it the connection
 * that met it; `ended` hears of that, and another one is started after a while.
 */
export function startCheckpointer(
  file: string,
  key: Buffer,
  ended: (error: Error | null, nextInMs: number) => void,
): { stop(): Promise<unknown> } {
  let kept: Kept<Worker> | undefined;
  const start = setTimeout(() => {
    kept = keptRunning(() => startThread(file, key), ended);
  }, START_AFTER_MS);
  start.unref();
  return {
    async stop() {
      clearTimeout(start);
      kept?.release();
      if (kept?.current) await stopThread(kept.current);
    },
  };
}

function startThread(file: string, key: Buffer): Worker {
  const worker = new Worker(siblingEntry('adapters/checkpointWorker'), { workerData: { file, key } });
  worker.unref();
  return worker;
}

async function stopThread(worker: Worker): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const waiting = new AbortController();
  worker.postMessage('stop');
  await Promise.race([ended, pause(LONGEST_STOP_MS, undefined, { signal: waiting.signal }).catch(() => undefined)]);
  waiting.abort();
}
