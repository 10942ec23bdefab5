import { parentPort, workerData } from 'node:worker_threads';
import type { Sentence } from '#contract/ground/errors.ts';
import { StorageError, type StorageProblem, storageErrorCode, storageProblem } from '#db/index.ts';
import { nearlyFull, Refusal } from '#main/refusal.ts';
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
let turn: { begin(): void; refuse(error: Error): void } | undefined;
let lastProgress = 0;

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'cancel') cancelling.abort();
  else if (message.type === 'noTurn') turn?.refuse(refusalOf(message.problem));
  else turn?.begin();
});

async function inTurn<T>(work: (touched: Touched) => Promise<T>): Promise<T> {
  const touched: Touched = {};
  await new Promise<void>((resolve, reject) => {
    turn = { begin: resolve, refuse: reject };
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

/** The modules are many, and only made-up records need them. */
const demoRecords = async () => (await import('#main/modules/demo.ts')).demoRecords;

const report = emptyReport(task.kind === 'import' && task.dryRun);
const onStored = () =>
  say({ type: 'stored', stored: { patients: report.patients, practitioners: report.practitioners } });
const surroundings = { file, key: Buffer.from(key), report, inTurn, onProgress, onStored, signal: cancelling.signal };
try {
  await (task.kind === 'import' ? importFrom(task, surroundings) : demo(task, surroundings, await demoRecords()));
  say({ type: 'ended', report, failure: null, fault: null });
} catch (error) {
  say({ type: 'ended', report, failure: failureOf(error), fault: faultOf(error) });
}
parentPort?.close();

function failureOf(error: unknown): Sentence {
  if (error instanceof ImportProblem) return error.sentence;
  if (error instanceof Refusal && error.data.sentence) return error.data.sentence;
  const problem = storageProblem(error);
  if (!problem) return { key: 'imports.problem.failed' };
  return { key: problem === 'full' ? 'imports.problem.diskFull' : 'imports.problem.storage' };
}

function refusalOf(problem: StorageProblem | 'short'): Error {
  return problem === 'short' ? nearlyFull() : new StorageError(problem);
}

/** What the log keeps of an unexpected error; null for one that is explained already. */
function faultOf(error: unknown): object | null {
  if (error instanceof ImportProblem || error instanceof Refusal) return null;
  if (!(error instanceof Error)) return { name: typeof error };
  return { name: error.name, code: storageErrorCode(error), message: error.message, stack: error.stack };
}
