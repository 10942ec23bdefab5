import { parentPort, workerData } from 'node:worker_threads';
import type { Sentence } from '#contract/errors.ts';
import { storageErrorCode } from '#db/index.ts';
import { demo } from './demo.ts';
import { ImportProblem } from './problem.ts';
import type { FromWorker, Touched, ToWorker, WorkerSetup } from './protocol.ts';
import { emptyReport, type Step } from './run.ts';
import { importFrom } from './task.ts';

/** The body of the import thread: reads and stores away from main's event loop, and writes only when it is its turn. */

const PROGRESS_EVERY_MS = 100;

const { file, key, task } = workerData as WorkerSetup;
const say = (message: FromWorker) => parentPort?.postMessage(message);
const cancelling = new AbortController();
let goAhead: (() => void) | undefined;
let lastProgress = 0;

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'cancel') cancelling.abort();
  else goAhead?.();
});

async function inTurn<T>(work: (touched: Touched) => Promise<T>): Promise<T> {
  const touched: Touched = { patient: [], doctor: [] };
  await new Promise<void>((resolve) => {
    goAhead = resolve;
    say({ type: 'wantTurn' });
  });
  try {
    return await work(touched);
  } finally {
    say({ type: 'turnOver', touched });
  }
}

function onProgress(step: Step): void {
  if (step.done > 0 && performance.now() - lastProgress < PROGRESS_EVERY_MS) return;
  lastProgress = performance.now();
  say({ type: 'progress', step });
}

const report = emptyReport(task.kind === 'import' && task.dryRun);
const onStored = () =>
  say({ type: 'stored', stored: { patients: report.patients, practitioners: report.practitioners } });
const surroundings = { file, key: Buffer.from(key), report, inTurn, onProgress, onStored, signal: cancelling.signal };
try {
  await (task.kind === 'import' ? importFrom(task, surroundings) : demo(task, surroundings));
  say({ type: 'ended', report, failure: null, fault: null });
} catch (error) {
  say({ type: 'ended', report, failure: failureOf(error), fault: faultOf(error) });
}
parentPort?.close();

function failureOf(error: unknown): Sentence {
  if (error instanceof ImportProblem) return error.sentence;
  const isFull = ['SQLITE_FULL', 'ENOSPC'].includes(storageErrorCode(error));
  return { key: isFull ? 'imports.problem.diskFull' : 'imports.problem.failed' };
}

/** What the log keeps of an unexpected error; null for one that is explained already. */
function faultOf(error: unknown): object | null {
  if (error instanceof ImportProblem) return null;
  if (!(error instanceof Error)) return { name: typeof error };
  return { name: error.name, code: storageErrorCode(error), message: error.message, stack: error.stack };
}
