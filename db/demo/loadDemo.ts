import { setImmediate as breathe } from 'node:timers/promises';
import type { Writer } from '#db/engine.ts';
import { insertDoctor } from '#db/queries/people/doctors.ts';
import { nextMrn } from '#db/queries/people/patients.ts';
import { inTransaction, withoutIndexes, withoutMerging } from '#db/sqlite/bulk.ts';
import {
  countAllWords,
  insertBatch,
  insertPatients,
  type PatientBatch,
  recountPatients,
} from '#db/sqlite/bulkInsert.ts';
import { type Connection, connect } from '#db/sqlite/connection.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { type BatchPlan, batchSize, demoBatches, take } from './batches.ts';
import { demoDoctors } from './doctors.ts';
import { demoPatients } from './patients.ts';

export interface DemoOptions {
  /** How many patients to add. */
  patients: number;
  /** The same seed makes the same people. */
  seed: number;
  /** UTC milliseconds: the moment people's ages and the records' times are seen from. */
  now: number;
  onProgress?: ((progress: DemoProgress) => void) | undefined;
  /** Stops the load after the batch at hand; what was loaded until then stays. */
  signal?: AbortSignal | undefined;
  /** {@link demoBatches} made elsewhere, such as in a thread of its own, for many patients. */
  batches?: ((plan: BatchPlan) => AsyncIterable<PatientBatch>) | undefined;
}

export interface DemoProgress {
  done: number;
  total: number;
}

/** From here on an empty table is filled without its indexes, which are built at the end. */
const manyPatients = 50_000;

/**
 * Adds ten doctors (once) and many patients, none of whom exist, to whatever the migrated database at `file` holds.
 * Made for a worker thread: it opens a connection of its own and gives up the event loop between batches.
 * Each batch is a transaction -- except that many patients into an empty table are one transaction altogether, during
 * which nobody else can write. Returns how many patients were added: fewer than asked for only after `signal`.
 */
export async function loadDemo(file: string, key: Buffer, options: DemoOptions): Promise<number> {
  const connection = connect(file, key);
  try {
    const empty = connection.sqlite.prepare('select 1 from patient limit 1').get() === undefined;
    return empty && options.patients >= manyPatients
      ? await loadAtOnce(connection, options)
      : await loadInBatches(connection, options);
  } finally {
    connection.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    connection.sqlite.close();
  }
}

async function loadInBatches({ sqlite, orm }: Connection, options: DemoOptions): Promise<number> {
  const { patients, onProgress, signal } = options;
  const doctorIds = await inTransaction(sqlite, () => addDoctors(orm, options.now));
  const people = demoPatients({ ...options, doctorIds });
  let done = 0;
  while (done < patients && !signal?.aborted) {
    const size = Math.min(batchSize, patients - done);
    await inTransaction(sqlite, async () => {
      const mrns: string[] = [];
      while (mrns.length < size) mrns.push(await nextMrn(orm));
      insertPatients(orm, take(people, mrns));
    });
    done += size;
    onProgress?.({ done, total: patients });
    await breathe();
  }
  return done;
}

async function loadAtOnce({ sqlite, orm }: Connection, options: DemoOptions): Promise<number> {
  const { patients, seed, now, onProgress, signal, batches = demoBatches } = options;
  sqlite.pragma('cache_size = -262144'); // 256 MB, for the building of the indexes
  return inTransaction(sqlite, async () => {
    const doctorIds = await addDoctors(orm, now);
    const restoreIndexes = withoutIndexes(sqlite, 'patient');
    const mergeSearchIndex = withoutMerging(sqlite, 'patient_search');
    const words = new Map<string, number>();
    let done = 0;
    for await (const batch of batches({ patients, seed, now, doctorIds })) {
      done += insertBatch(orm, batch).length;
      for (const [word, uses] of batch.words) words.set(word, (words.get(word) ?? 0) + uses);
      onProgress?.({ done, total: patients });
      if (signal?.aborted) break;
      await breathe();
    }
    countAllWords(orm, words);
    mergeSearchIndex();
    restoreIndexes();
    recountPatients(orm);
    statement(orm, "insert into counter values ('mrn', ?) on conflict do update set value = excluded.value").run(done);
    return done;
  });
}

/** The ids of the demo doctors, who are added unless an earlier load did so. */
async function addDoctors(tx: Writer, now: number): Promise<number[]> {
  const known = statement(tx, 'select id from doctor where licence_number = ?').pluck();
  const ids: number[] = [];
  for (const doctor of demoDoctors(now)) {
    const id = known.get(doctor.licenceNumber) as number | undefined;
    ids.push(id ?? (await insertDoctor(tx, doctor)).id);
  }
  return ids;
}
