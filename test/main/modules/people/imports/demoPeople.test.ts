import { expect, test } from 'vitest';
import { type BatchPlan, demoBatches } from '#db/demo/batches.ts';
import type { PatientBatch } from '#db/sqlite/bulkInsert.ts';
import { peopleFromThread } from '#main/modules/people/imports/demoPeople.ts';

const plan: BatchPlan = { patients: 3_200, seed: 7, now: Date.UTC(2026, 0, 15), doctorIds: [1, 2, 3] };

async function allFromThread(of: BatchPlan): Promise<PatientBatch[]> {
  const batches: PatientBatch[] = [];
  for await (const batch of peopleFromThread(of)) batches.push(batch);
  return batches;
}

test('a thread makes the very people that are made here, to the last one', async () => {
  const made = await allFromThread(plan);
  expect(made.map((batch) => batch.patients.length)).toEqual([500, 500, 500, 500, 500, 500, 200]);
  expect(made).toEqual([...demoBatches(plan)]);
});

test('it is stopped by whoever has enough', async () => {
  for await (const batch of peopleFromThread({ ...plan, patients: 1_000_000 })) {
    expect(batch.patients).toHaveLength(500);
    break;
  }
});

test('what goes wrong in the thread is raised here', async () => {
  await expect(allFromThread({ ...plan, doctorIds: null as never })).rejects.toThrow(TypeError);
});
