import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openCheckpointer } from '#db/index.ts';

/** The body of the thread that keeps the write-ahead log short, so that no commit on main's thread has to. */

const EVERY_MS = 1_000;
/** A log of about a thousand pages, as SQLite itself would let it grow. */
const WORTH_IT_BYTES = 4 * 1024 * 1024;

const { file, key } = workerData as { file: string; key: Uint8Array };
const checkpointer = openCheckpointer(file, Buffer.from(key));
let doneAt = -1;

const timer = setInterval(() => {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (!log || log.size < WORTH_IT_BYTES || log.mtimeMs === doneAt) return;
  checkpointer.checkpoint();
  doneAt = log.mtimeMs;
}, EVERY_MS);

parentPort?.once('message', () => {
  clearInterval(timer);
  checkpointer.close();
  parentPort?.close();
});
