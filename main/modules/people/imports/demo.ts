import { loadDemo } from '#db/demo/loadDemo.ts';
import { openDatabase } from '#db/index.ts';
import { countDoctors } from '#db/queries/people/doctors.ts';
import { appendAudit } from '#db/queries/system/audit.ts';
import type { DemoRecords } from '#main/records/demo.ts';
import { migrationsFolder } from '#main/root.ts';
import type { AuditRow } from '#main/services/audit.ts';
import { peopleFromThread } from './demoPeople.ts';
import type { Task } from './protocol.ts';
import { changeBy } from './store.ts';
import type { Surroundings } from './task.ts';

/** Adds made-up patients, their doctors, and what the modules bring. The whole load is one turn: other writes wait until it is over. */
export async function demo(
  task: Extract<Task, { kind: 'demo' }>,
  around: Surroundings,
  records: readonly DemoRecords[],
): Promise<void> {
  const { file, key, report, signal } = around;
  const { patients, seed } = task;
  const now = Date.now();
  const db = await openDatabase(file, key, { migrations: migrationsFolder });
  try {
    await around.inTurn(async (touched) => {
      const before = await db.read(countDoctors);
      // Too many for a row each, and written first: no demo patient without the row that tells where they come from.
      await db.write(async (tx) => {
        const details = { demo: true, patients, seed };
        const event = {
          ...task.importer,
          at: now,
          action: 'import',
          entity: 'patient',
          outcome: 'ok',
          details,
        } as const;
        const rows: AuditRow[] = [event];
        const change = changeBy(task.importer, now, rows);
        for (const { kind, add } of records) touched[kind] = await add({ tx, change, now });
        await appendAudit(tx, rows);
      });
      const onProgress = (progress: { done: number; total: number }) =>
        around.onProgress({ step: 'making', ...progress });
      report.patients.created = await loadDemo(file, key, {
        patients,
        seed,
        now,
        onProgress,
        signal,
        batches: peopleFromThread,
      });
      report.practitioners.created = (await db.read(countDoctors)) - before;
      report.cancelled = report.patients.created < patients;
      Object.assign(touched, { patient: 'many', doctor: 'many' });
    });
  } finally {
    await db.close();
  }
}
