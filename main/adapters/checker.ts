import { Worker } from 'node:worker_threads';
import type { Inspection, Looked } from '#db/index.ts';
import { migrationsFolder, siblingEntry } from '#main/root.ts';
import { owned } from './owned.ts';

/** Given to the thread at its start. The key is for its own connection and stays in memory. */
export interface CheckSetup {
  file: string;
  key: Uint8Array;
  migrations: string;
}

/** What the thread says: how far it is, and last of all what it found. */
export type FromChecker = { looked: Looked } | { found: Inspection };

export interface Checker {
  /** What was found; null when it was stopped before. Rejects when the database cannot be read. */
  readonly ended: Promise<Inspection | null>;
  /** Ends it after the table at hand. */
  stop(): void;
}

/** Looks through a whole database in a thread of its own, which changes nothing. */
export function startChecker(file: string, key: Buffer, onLooked: (looked: Looked) => void): Checker {
  const setup: CheckSetup = { file, key, migrations: migrationsFolder };
  let found: Inspection | null = null;
  let worker: Worker | null = null;
  const ended = new Promise<Inspection | null>((resolve, reject) => {
    const start = () => new Worker(siblingEntry('adapters/checkWorker'), { workerData: setup });
    worker = owned(start, (error) => (error ? reject(error) : resolve(found)));
    worker?.on('message', (message: FromChecker) => {
      if ('looked' in message) onLooked(message.looked);
      else found = message.found;
    });
  });
  return { ended, stop: () => void worker?.terminate() };
}
