import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportProgress } from '#contract/people/imports.ts';
import { startClinic } from '#test/support/backend.ts';
import { counted, folderOf, manyPatients, population } from './support.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

async function start(path: string) {
  const { handle } = await clinic.admin.imports.chooseByPath({ path });
  return clinic.admin.imports.start({ format: 'synthea-csv', handle });
}

async function follow(jobId: string, onItem: (item: ImportProgress) => unknown = () => undefined) {
  const items: ImportProgress[] = [];
  for await (const item of await clinic.admin.imports.progress({ jobId })) {
    items.push(item);
    await onItem(item);
  }
  return items;
}

describe('an import as a job', () => {
  it('tells how far it is, ends with the report, and tells open pages what came', async () => {
    const changed = new Set<string>();
    clinic.backend.services.signals.connect('committed', ({ kind }) => void changed.add(kind));
    const { jobId } = await start(folderOf(population));
    const items = await follow(jobId);
    expect(items.at(-1)).toMatchObject({ state: 'done', report: { patients: counted(3), practitioners: counted(2) } });
    expect([...changed].sort()).toEqual(['doctor', 'patient']);
    expect((await follow(jobId)).at(-1)).toEqual(items.at(-1));
  });

  it('lets others save while it runs, refuses a second import, and keeps whole batches when cancelled', async () => {
    const { jobId } = await start(folderOf(manyPatients(6000)));
    await expect(start(folderOf(population))).rejects.toMatchObject({ code: 'BUSY' });
    const items = await follow(jobId, async ({ state, step, done }) => {
      if (state !== 'running' || step !== 'patients' || done === 0) return;
      await clinic.admin.doctors.create({ createKey: crypto.randomUUID(), doctor: { familyName: 'Meanwhile' } });
      if ((await clinic.admin.doctors.list({})).length >= 2) await clinic.admin.imports.cancel({ jobId });
    });
    expect(items.at(-1)).toMatchObject({ state: 'cancelled', report: { cancelled: true } });
    const { count } = await clinic.admin.patients.count({});
    expect(count % 100).toBe(0);
    expect(count).toBeLessThan(6000);
    expect(count).toBe(items.at(-1)?.report?.patients.created);
  });

  it('says why it failed', async () => {
    const { jobId } = await start(folderOf({ 'other.csv': '' }));
    expect((await follow(jobId)).at(-1)).toMatchObject({
      state: 'failed',
      failure: { key: 'imports.problem.noPatientsFile' },
    });
  });

  it('makes demo patients', async () => {
    const { jobId } = await clinic.admin.imports.demo({ patients: 50 });
    expect((await follow(jobId)).at(-1)).toMatchObject({
      state: 'done',
      report: { patients: counted(50), practitioners: counted(10) },
    });
    expect((await clinic.admin.patients.count({ filters: { status: 'all' } })).count).toBe(50);
  });

  it('is only for those who may import, and a handle only for the station that chose it', async () => {
    const stranger = clinic.backend.station().client;
    await expect(stranger.imports.demo({ patients: 1 })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const { handle } = await clinic.admin.imports.chooseByPath({ path: folderOf(population) });
    await stranger.accounts.signIn({ username: 'ada', password: 'violet-harbour-lantern-42' });
    await expect(stranger.imports.start({ format: 'synthea-csv', handle })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(stranger.imports.chooseByPath({ path: '/nowhere/at/all' })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });

  it('takes no typed path where the system has a dialog', async () => {
    const chosen = folderOf(population);
    const other = await startClinic({ dialogs: { chooseToOpen: async () => chosen } });
    await expect(other.admin.imports.chooseByPath({ path: chosen })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { available, source } = await other.admin.imports.choose({ format: 'synthea-csv', what: 'folder' });
    expect([available, typeof source?.handle]).toEqual([true, 'string']);
    await other.backend.close();
    expect(await clinic.admin.imports.choose({ format: 'fhir', what: 'file' })).toEqual({
      available: false,
      source: null,
    });
  });
});
