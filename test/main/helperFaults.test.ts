import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillDisk } from '#test/support/badFolders.ts';
import { type FaultyHost, injectFaults, mayMount, smallDisk, startFaultyClinic } from '#test/support/faultyHost.ts';
import { addPatient } from '#test/support/people.ts';
import { has } from '#test/support/servers.ts';
import { codeOf } from '#test/support/staff.ts';

const hasStrace = has('/usr/bin/strace', 'what the disk refuses to a running program');
const canMount = mayMount();

/** The log grows past the size at which the thread begins to checkpoint. */
const LONG_LOG = 150;
/** Restarted threads begin seconds after their end. */
const PATIENT = { timeout: 30_000, interval: 200 };

let home: string;
let host: FaultyHost;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'clinic-helpers-'));
});
afterEach(async () => {
  await host.kill();
  rmSync(home, { recursive: true, force: true });
});

type Admin = Awaited<ReturnType<typeof startFaultyClinic>>['admin'];

async function fillLog(admin: Admin): Promise<void> {
  for (let i = 0; i < LONG_LOG; i += 1) await addPatient(admin, { notes: 'n'.repeat(6_000) });
}

const said = (what: string) => host.log().filter(({ event }) => event === what).length;

async function start(folder = join(home, 'data'), options: { descriptors?: number } = {}): Promise<Admin> {
  const clinic = await startFaultyClinic(folder, options);
  host = clinic.host;
  return clinic.admin;
}

const quits = async () => {
  const { milliseconds } = await host.quit();
  expect(milliseconds).toBeLessThan(5_000);
};

describe.skipIf(!hasStrace)('an I/O error in the checkpoint thread', () => {
  it('leaves the program up, is logged, and the thread comes back', async () => {
    const admin = await start();
    await fillLog(admin);
    const faults = await injectFaults(host.child.pid ?? 0, 'pwrite64:error=EIO');
    await expect.poll(() => said('checkpointer ended'), PATIENT).toBeGreaterThan(0);
    expect(await admin.patients.count({})).toMatchObject({ count: LONG_LOG });
    await faults.lift();
    expect(host.child.exitCode).toBeNull();
    await quits();
  });
});

describe('a data folder that is renamed under the program', () => {
  it('leaves reading possible, and the program can be left in time', async () => {
    const admin = await start();
    const { id } = await addPatient(admin);
    const changes = await admin.live.changes();
    renameSync(host.folder, `${host.folder} elsewhere`);
    // The thread that finds no database any more has ended, which was the program's end.
    for await (const { kind } of changes) if (kind === 'storage') break;
    expect(await admin.patients.get({ id })).toMatchObject({ id });
    expect(host.child.exitCode).toBeNull();
    await quits();
  });
});

describe.skipIf(!canMount)('a full disk with a long log (on a small one mounted for this test)', () => {
  it('leaves the program up and reading, and lets it be left in time', async () => {
    const folder = join(home, 'disk');
    const disk = smallDisk(folder, '32m');
    try {
      const admin = await start(join(folder, 'data'));
      await fillLog(admin);
      fillDisk(join(folder, 'film.mkv'));
      // By then the thread has tried to shorten the log many times.
      await expect.poll(async () => (await admin.storage.get()).space, PATIENT).toBe('full');
      expect(await admin.patients.count({})).toMatchObject({ count: LONG_LOG });
      expect(host.child.exitCode).toBeNull();
      await quits();
    } finally {
      disk.unmount();
    }
  });
});

describe.skipIf(process.platform === 'win32')('a program without descriptors left', () => {
  it('says that pictures, imports and checks cannot be had now, goes on, and has them again later', async () => {
    const admin = await start(undefined, { descriptors: 100 });
    const { id } = await addPatient(admin);
    const file = new Blob([await png()]);
    const setPhoto = () => codeOf(admin.photos.set({ subject: 'patient', subjectId: id, file }));
    const giveBack = await host.useUpDescriptors();
    expect(await setPhoto()).toBe('BUSY');
    const { jobId } = await admin.imports.demo({ patients: 10, seed: 1 });
    expect(await lastOf(await admin.imports.progress({ jobId }))).toMatchObject({ state: 'failed' });
    await admin.admin.checkDatabase();
    await expect.poll(async () => (await admin.admin.health()).check?.state, PATIENT).not.toBe('running');
    expect((await admin.admin.health()).lastCheck).toMatchObject({ problems: [{ key: 'admin.check.unreadable' }] });
    expect(await admin.patients.get({ id })).toMatchObject({ id });
    giveBack();
    await expect.poll(setPhoto, PATIENT).toBe('ok');
    await quits();
  });
});

const png = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();

async function lastOf<T>(steps: AsyncIterable<T>): Promise<T | undefined> {
  let last: T | undefined;
  for await (const step of steps) last = step;
  return last;
}
