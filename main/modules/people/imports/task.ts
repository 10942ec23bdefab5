import { accessSync, constants, statSync } from 'node:fs';
import type { ImportFormat, ImportReport } from '#contract/people/imports.ts';
import { openDatabase, storageErrorCode } from '#db/index.ts';
import { migrationsFolder } from '#main/root.ts';
import { fhirStages } from './fhir/index.ts';
import { ImportProblem } from './problem.ts';
import type { Task, Touched } from './protocol.ts';
import type { Stage } from './record.ts';
import { runImport, type Step } from './run.ts';
import { notOrdinary } from './source.ts';
import { dryStore, type Store, writingStore } from './store.ts';
import { syntheaStages } from './synthea/index.ts';

/** What a task finds around it in its thread. */
export interface Surroundings {
  file: string;
  key: Buffer;
  /** Filled as the work goes on. */
  report: ImportReport;
  /** Runs a piece of work while nobody else writes. */
  inTurn<T>(work: (touched: Touched) => Promise<T>): Promise<T>;
  onProgress(step: Step): void;
  /** After each batch of an import, when `report` counts it. */
  onStored(): void;
  signal: AbortSignal;
}

/** Records a transaction: some 15 ms, which is how long a save at the window may have to wait for its turn. */
const BATCH = 100;

/** Reads a source and stores it, or in a dry run only tells what would be stored. */
export async function importFrom(task: Extract<Task, { kind: 'import' }>, around: Surroundings): Promise<void> {
  const stages = openSource(task.format, task.path);
  const db = await openDatabase(around.file, around.key, { migrations: migrationsFolder });
  try {
    const store = task.dryRun
      ? dryStore(db)
      : takingTurns(around, (onCommit) => writingStore(db, { importer: task.importer, now: Date.now, onCommit }));
    const { signal, onProgress, onStored, report } = around;
    await runImport(stages, report, { store, signal, onProgress, onStored, batchSize: BATCH });
  } catch (error) {
    throw explained(error);
  } finally {
    await db.close();
  }
}

/** A store that waits for its turn before each batch. */
function takingTurns({ inTurn }: Surroundings, open: (onCommit: (touched: Touched) => void) => Store): Store {
  let committed: Touched = {};
  const store = open((touched) => {
    committed = touched;
  });
  return {
    save: (records) =>
      inTurn(async (touched) => {
        const outcomes = await store.save(records);
        Object.assign(touched, committed);
        return outcomes;
      }),
  };
}

function openSource(format: ImportFormat, path: string): Stage[] {
  try {
    const source = statSync(path);
    const isFolder = source.isDirectory();
    if (!isFolder && !source.isFile()) throw notOrdinary(path);
    accessSync(path, constants.R_OK);
    if (format === 'fhir') return fhirStages(path);
    if (!isFolder) throw new ImportProblem('notFolder', { path });
    return syntheaStages(path);
  } catch (error) {
    throw explained(error, path);
  }
}

/** A file that is missing or locked away, in words; every other error as it is. */
function explained(error: unknown, path = ''): unknown {
  const file = path || (error instanceof Error && 'path' in error ? String(error.path) : '');
  if (!file) return error;
  const code = storageErrorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ImportProblem('notFound', { path: file });
  return code === 'EACCES' || code === 'EPERM' ? new ImportProblem('notReadable', { path: file }) : error;
}
