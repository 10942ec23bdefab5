import type { Kind } from '#contract/entities.ts';
import type { Sentence } from '#contract/ground/errors.ts';
import type { ImportFormat, ImportReport } from '#contract/people/imports.ts';
import type { StorageProblem } from '#db/index.ts';
import type { Step } from './run.ts';
import type { Importer } from './store.ts';

/** What a worker is to do. */
export type Task =
  | { kind: 'import'; format: ImportFormat; path: string; dryRun: boolean; importer: Importer }
  | { kind: 'demo'; patients: number; seed: number; importer: Importer };

/** Given to the worker at its start. The key is for its own connection and stays in memory. */
export interface WorkerSetup {
  file: string;
  key: Uint8Array;
  task: Task;
}

/** Which records a committed batch has touched; `many` when they are too many to name. */
export type Touched = Partial<Record<Kind, number[] | 'many'>>;

/** What has become of the records so far. */
export type Stored = Pick<ImportReport, 'patients' | 'practitioners'>;

/** What a worker says. It writes only between the `go` that answers its `wantTurn` and its `turnOver`; what an
 * import has stored it tells with `stored`. */
export type FromWorker =
  | { type: 'progress'; step: Step }
  | { type: 'wantTurn' }
  | { type: 'turnOver'; touched: Touched }
  | { type: 'stored'; stored: Stored }
  | { type: 'ended'; report: ImportReport; failure: Sentence | null; fault: object | null };

/** `noTurn` answers `wantTurn` where nothing can be written, or where the room that is left is for others: `short`. */
export type ToWorker = { type: 'go' } | { type: 'noTurn'; problem: StorageProblem | 'short' } | { type: 'cancel' };
