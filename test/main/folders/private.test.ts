import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceFile } from '#main/adapters/deviceFile.ts';
import { closeLog, logFolder, openLog } from '#main/adapters/log.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { fileKeychain } from '#main/folders/keychain.ts';
import { moveDataFolder } from '#main/folders/move.ts';
import { isShared } from '#main/folders/places.ts';
import { shareWithGroup } from '#main/folders/share.ts';
import { leavePlan } from '#main/services/maintenanceFile.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { setRules } from '#test/support/staff.ts';

let base: string;
let folder: string;
let usual: number;
beforeEach(() => {
  // What Ubuntu gives everybody: what one makes, one's group may change.
  usual = process.umask(0o002);
  base = mkdtempSync(join(tmpdir(), 'clinic-private-'));
  folder = join(base, 'data');
});
afterEach(() => {
  process.umask(usual);
  rmSync(base, { recursive: true, force: true });
});

/** Everything in a folder and itself that other accounts may read, write or enter. */
function open(path: string): string[] {
  const { mode } = lstatSync(path);
  const inside = lstatSync(path).isDirectory() ? readdirSync(path).flatMap((name) => open(join(path, name))) : [];
  return [...((mode & 0o077) === 0 ? [] : [`${path} ${(mode & 0o7777).toString(8)}`]), ...inside];
}

/** A clinic that has made everything it makes beside its database, open or, at the end, closed. */
async function work(look: () => void = () => undefined): Promise<void> {
  const log = openLog(logFolder(folder));
  const { backend, admin } = await startClinic({ device: deviceFile(join(folder, 'device.json')), log }, folder);
  const { policy } = await admin.policy.get();
  await setRules(admin, { sessionStore: { ...policy.sessionStore, kind: 'file' } });
  backend.services.ports.device.set('window', 1);
  leavePlan(folder, { on: false, message: '', from: null, until: null });
  await admin.accounts.signIn({ username: ADMINISTRATOR.username, password: ADMINISTRATOR.password });
  look();
  await backend.services.sessions.close();
  await closeLog(log);
  await backend.data.db.close();
  backend.data.unlock();
}

async function openAndClose(): Promise<void> {
  const data = await openDataFolder(folder);
  await data.db.close();
  data.unlock();
}

describe.skipIf(process.platform === 'win32')('a data folder', () => {
  it('is this account’s alone, with everything in it, while it is open and afterwards', async () => {
    await work(() => {
      expect(readdirSync(folder)).toEqual(
        expect.arrayContaining(['clinic.db-wal', 'clinic.db-shm', 'sessions', 'logs']),
      );
      expect(open(folder)).toEqual([]);
    });
    expect(open(folder)).toEqual([]);
  });

  it('is closed to others at its opening, where an earlier version has left it open', async () => {
    await work();
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o777 : 0o666);
    chmodSync(folder, 0o775);
    await openAndClose();
    expect(open(folder)).toEqual([]);
  });

  it('is not shared because its group may write there, as everywhere on some systems', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o775);
    expect(isShared(folder)).toBe(false);
    await openAndClose();
    shareWithGroup(folder);
    expect(open(folder)).toEqual([]);
  });

  it('stays the group’s where somebody has set it up so', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o2770);
    expect(isShared(folder)).toBe(true);
    await work();
    shareWithGroup(folder);
    for (const name of ['clinic.db', 'key.json']) expect(lstatSync(join(folder, name)).mode & 0o777).toBe(0o660);
    await openAndClose();
    for (const name of ['clinic.db', 'key.json']) expect(lstatSync(join(folder, name)).mode & 0o777).toBe(0o660);
    expect(lstatSync(folder).mode & 0o7777).toBe(0o2770);
  });

  it('leaves alone what is not its own, and what a link leads to', async () => {
    mkdirSync(folder);
    const [letter, secret] = [join(folder, 'letter.txt'), join(base, 'logs')];
    writeFileSync(letter, '');
    mkdirSync(secret);
    symlinkSync(secret, join(folder, 'logs'));
    for (const path of [folder, letter, secret]) chmodSync(path, 0o775);
    await openAndClose();
    expect([folder, letter, secret].map((path) => lstatSync(path).mode & 0o777)).toEqual([0o775, 0o775, 0o775]);
    expect(open(join(folder, 'key.json'))).toEqual([]);
  });

  it('is this account’s alone after a move, into a folder that was there and open', async () => {
    await work();
    const to = join(base, 'elsewhere');
    mkdirSync(to);
    chmodSync(to, 0o777);
    const { old } = await moveDataFolder(folder, to, { keychain: fileKeychain, keepFolder: () => undefined });
    for (const place of [to, old, folder]) expect(open(place)).toEqual([]);
  });
});
