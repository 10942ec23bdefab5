import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR } from '#test/support/backend.ts';
import { type Client, type FaultyHost, injectFaults, startFaultyClinic, startHost } from '#test/support/faultyHost.ts';
import { addPatient, formOf } from '#test/support/people.ts';
import { has } from '#test/support/servers.ts';
import { codeOf } from '#test/support/staff.ts';

const hasStrace = has('/usr/bin/strace', 'what the disk refuses to a running program');
const { username, password } = ADMINISTRATOR;
const PATIENT = { timeout: 30_000, interval: 200 };

let home: string;
let host: FaultyHost;
let admin: Client;
let patient: Awaited<ReturnType<typeof addPatient>>;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'clinic-faults-'));
  ({ host, admin } = await startFaultyClinic(join(home, 'data')));
  patient = await addPatient(admin, { familyName: 'Before' });
});
afterEach(async () => {
  await host.kill();
  rmSync(home, { recursive: true, force: true });
});

const rename = (familyName: string) =>
  admin.patients.update({ id: patient.id, version: patient.version, patient: { ...formOf(patient), familyName } });
const events = () => host.log().flatMap(({ event }) => (typeof event === 'string' ? [event] : []));
const inject = (what: string) => injectFaults(host.child.pid ?? 0, what);

describe.skipIf(!hasStrace)('a disk that fails at a commit', () => {
  it('leaves the outcome unknown, stops all writing, and goes on once the database was looked through', async () => {
    const faults = await inject('fdatasync,fsync:error=EIO');
    expect(await codeOf(rename('During'))).toBe('UNKNOWN_OUTCOME');
    expect(await refusalOf(addPatient(admin))).toEqual({ code: 'STORAGE', key: 'errors.storageChecking' });
    // Reading goes on, and never shows half of it.
    expect(await admin.patients.get({ id: patient.id })).toMatchObject({ familyName: 'Before' });
    await expect.poll(events, PATIENT).toContain('writing not possible yet');
    await faults.lift();
    await expect.poll(events, PATIENT).toContain('writing again');
    const { version, familyName } = await admin.patients.get({ id: patient.id });
    expect(familyName).toBe('Before');
    expect(await rename('After')).toMatchObject({ familyName: 'After', version: version + 1 });
  });

  it('keeps what pages read of it true after the next start, too, however the program ended', async () => {
    const faults = await inject('fdatasync,fsync:error=EIO:when=1');
    expect(await codeOf(rename('During'))).toBe('UNKNOWN_OUTCOME');
    await expect.poll(events, PATIENT).toContain('writing again');
    const { familyName } = await admin.patients.get({ id: patient.id });
    await faults.lift();
    await host.kill();
    host = await startHost(host.folder);
    const again = await host.connect();
    await again.accounts.signIn({ username, password });
    expect(await again.patients.get({ id: patient.id })).toMatchObject({ familyName });
  });

  it('tells open pages to read everything anew once it can be written', async () => {
    const changes = await admin.live.changes();
    const faults = await inject('fdatasync,fsync:error=EIO:when=1');
    expect(await codeOf(rename('During'))).toBe('UNKNOWN_OUTCOME');
    const awaited = new Set<string>(['patient', 'doctor', 'user', 'settings']);
    for await (const { kind } of changes) {
      awaited.delete(kind);
      if (awaited.size === 0) break;
    }
    await faults.lift();
  });

  it('says of a failing write that nothing was kept or that nobody knows, never that it was saved', async () => {
    const faults = await inject('pwrite64:error=EIO');
    const code = await codeOf(rename('During'));
    await faults.lift();
    expect(['STORAGE', 'UNKNOWN_OUTCOME']).toContain(code);
    await expect.poll(events, PATIENT).toContain('writing again');
    expect(await admin.patients.get({ id: patient.id })).toMatchObject({ familyName: 'Before' });
  });
});

describe.skipIf(!hasStrace)('a disk that takes nothing any more', () => {
  it('lets people sign in and out, lock, unlock and read, and audits it once it can', async () => {
    const other = await host.connect();
    const faults = await inject('fdatasync,fsync,pwrite64:error=EIO');
    await admin.accounts.signOut();
    expect(await codeOf(other.accounts.signIn({ username, password: 'wrong' }))).toBe('WRONG_CREDENTIALS');
    expect(await other.accounts.signIn({ username, password })).toMatchObject({ username });
    expect(await other.patients.get({ id: patient.id })).toMatchObject({ familyName: 'Before' });
    await other.accounts.lock();
    expect(await codeOf(other.patients.get({ id: patient.id }))).toBe('LOCKED');
    await other.accounts.unlock({ password });
    expect(await codeOf(rename('During'))).toBe('STORAGE');
    await faults.lift();
    await expect.poll(events, PATIENT).toContain('writing again');
    await expect
      .poll(() => audited(other), PATIENT)
      .toEqual(expect.arrayContaining(['signOut ok', 'signIn ok', 'lock ok', 'unlock ok']));
  });
});

async function audited(client: Client): Promise<string[]> {
  const { rows } = await client.admin.list({ table: 'audit', text: '' });
  return rows.map(({ cells }) => `${cells.auditAction} ${cells.outcome}`);
}

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    ({ code, data }: { code: string; data: { sentence?: { key: string } } }) => ({ code, key: data.sentence?.key }),
  );
