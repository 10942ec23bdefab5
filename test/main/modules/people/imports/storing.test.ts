import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteBeneath } from '#db/sqlite/connection.ts';
import { emptyReport, runImport } from '#main/modules/people/imports/run.ts';
import { writingStore } from '#main/modules/people/imports/store.ts';
import { syntheaStages } from '#main/modules/people/imports/synthea/index.ts';
import { startClinic } from '#test/support/backend.ts';
import { counted, folderOf, importer, importHere, manyPatients, population } from './support.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const stored = async () => (await clinic.admin.patients.count({})).count;

describe('storing an import', () => {
  it('keeps whole batches when it is cancelled', async () => {
    const cancelling = new AbortController();
    let batches = 0;
    const report = await importHere(clinic.backend, 'synthea-csv', folderOf(manyPatients(1000)), {
      signal: cancelling.signal,
      onBatch: () => ++batches === 3 && cancelling.abort(),
    });
    expect(report).toMatchObject({ patients: counted(300), cancelled: true });
    expect(await stored()).toBe(300);
  });

  it('keeps whole batches when the disk is full, and goes on from there', async () => {
    const { db } = clinic.backend.data;
    const limit = (pages: string) =>
      db.write(async (tx) => {
        const sqlite = sqliteBeneath(tx);
        const now = sqlite.pragma('page_count', { simple: true }) as number;
        sqlite.pragma(`max_page_count = ${pages === 'none' ? 1_000_000 : now + Number(pages)}`);
      });
    const folder = folderOf(manyPatients(1000));
    const run = async () => {
      const report = emptyReport(false);
      const store = writingStore(db, { importer, now: Date.now, onCommit: () => undefined });
      const options = {
        store,
        batchSize: 100,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        onStored: () => undefined,
      };
      const error: unknown = await runImport(syntheaStages(folder), report, options).catch((reason: unknown) => reason);
      return { report, error };
    };

    await limit('60');
    const full = await run();
    expect(full.error).toMatchObject({ code: 'SQLITE_FULL' });
    const kept = await stored();
    expect(kept).toBe(full.report.patients.created);
    expect(kept % 100).toBe(0);

    await limit('none');
    const { report } = await run();
    expect(report.patients).toEqual(counted(1000 - kept, 0, kept));
    expect(await stored()).toBe(1000);
  });

  it('gives no patient to a doctor who was archived here', async () => {
    const folder = folderOf(population);
    await importHere(clinic.backend, 'synthea-csv', folder);
    const { admin } = clinic;
    for (const doctor of await admin.doctors.list({})) {
      const { rows } = await admin.patients.list({ filters: { doctorId: doctor.id } });
      for (const { id } of rows) {
        const {
          version,
          doctor: _,
          photoId,
          status,
          createdAt,
          updatedAt,
          id: __,
          ...form
        } = await admin.patients.get({ id });
        await admin.patients.update({ id, version, patient: { ...form, doctorId: null } });
      }
      await admin.doctors.archive({ id: doctor.id, version: doctor.version });
    }
    expect(await importHere(clinic.backend, 'synthea-csv', folder)).toMatchObject({ patients: counted(0, 0, 3) });
  });
});
