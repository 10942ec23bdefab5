import { createHash } from 'node:crypto';
import type { ImportProgress, ImportReport } from '#contract/people/imports.ts';
import { type CheckedRecord, check } from './check.ts';
import { reason } from './problem.ts';
import type { Item, Refused, SourcePosition, SourceRecord, Stage } from './record.ts';
import type { Store } from './store.ts';

/** How far a run is; what a job's page or progress bar shows. */
export type Step = Pick<ImportProgress, 'step' | 'done' | 'total'>;

export interface RunOptions {
  store: Store;
  /** Records a transaction; small, so that nobody waits long for their turn to write. */
  batchSize: number;
  signal: AbortSignal;
  onProgress(step: Step): void;
  /** After each batch, when `report` counts it. */
  onStored(): void;
}

/** The report lists so many problems; the tallies count all of them. */
const MOST_PROBLEMS = 10_000;

const tally = () => ({ created: 0, updated: 0, skipped: 0, refused: 0 });

export const emptyReport = (dryRun: boolean): ImportReport => ({
  patients: tally(),
  practitioners: tally(),
  problems: [],
  dryRun,
  cancelled: false,
});

/**
 * Works the stages off in order and stores what they give, batch by batch, into `report`, which is true at every moment: it
 * counts what is stored. Cancelling ends the run after the batch at hand. Raises what reading or storing raises.
 */
export async function runImport(stages: readonly Stage[], report: ImportReport, options: RunOptions): Promise<void> {
  const take = taker(report, options.store);
  for (const { step, total, items } of stages) {
    const onDone = (done: number) => {
      // Between two pieces of a large file, of which nothing may be found for long.
      options.signal.throwIfAborted();
      options.onProgress({ step, done, total: total() });
    };
    try {
      onDone(0);
      await storeAll(items(onDone), take, options);
    } catch (error) {
      if (!options.signal.aborted) throw error;
      report.cancelled = true;
      return;
    }
  }
}

async function storeAll(items: AsyncIterable<Item>, take: Taker, options: RunOptions): Promise<void> {
  const { batchSize, signal } = options;
  let batch: CheckedRecord[] = [];
  for await (const item of items) {
    signal.throwIfAborted();
    const record = take.check(item);
    if (record) batch.push(record);
    if (batch.length < batchSize) continue;
    await take.save(batch);
    options.onStored();
    batch = [];
  }
  signal.throwIfAborted();
  await take.save(batch);
  options.onStored();
  signal.throwIfAborted();
}

type Taker = ReturnType<typeof taker>;

function taker(report: ImportReport, store: Store) {
  const seen = new Map<string, { hash: string; place: SourcePosition }>();
  const tallyOf = (kind: SourceRecord['kind']) => (kind === 'patient' ? report.patients : report.practitioners);

  const refuse = ({ kind, place, reason: why }: Refused) => {
    if (kind) tallyOf(kind).refused += 1;
    if (report.problems.length < MOST_PROBLEMS) report.problems.push({ ...place, reason: why });
  };

  /** A record that came before in this run: the same again is nothing new, another one is a contradiction. */
  const isRepeated = (record: SourceRecord): boolean => {
    const { kind, key, place } = record;
    const id = `${kind} ${key.system} ${key.value}`;
    const hash = createHash('sha1').update(JSON.stringify(record.values)).digest('base64');
    const before = seen.get(id);
    if (!before) {
      seen.set(id, { hash, place });
      return false;
    }
    if (before.hash === hash) tallyOf(kind).skipped += 1;
    else
      refuse({
        kind,
        place,
        reason: reason('repeated', { source: before.place.source, line: before.place.line ?? 1 }),
      });
    return true;
  };

  return {
    check(item: Item): CheckedRecord | undefined {
      if ('refused' in item) return void refuse(item.refused);
      const { record } = item;
      if (isRepeated(record)) return undefined;
      const checked = check(record);
      if ('reason' in checked) return void refuse({ kind: record.kind, ...checked });
      return checked;
    },
    async save(batch: readonly CheckedRecord[]): Promise<void> {
      if (batch.length === 0) return;
      const outcomes = await store.save(batch);
      for (const [index, { kind, place }] of batch.entries()) {
        const outcome = outcomes[index] ?? 'skipped';
        if (typeof outcome === 'string') tallyOf(kind)[outcome] += 1;
        else refuse({ kind, place, reason: outcome.refused });
      }
    },
  };
}
