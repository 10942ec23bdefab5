import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectFolder } from '#main/folders/inspect.ts';
import { networkShare, parseLinuxMounts, parseMacMounts } from '#main/folders/network.ts';
import { folderMeant, isShared } from '#main/folders/places.ts';
import { syncProgram } from '#main/folders/sync.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clinic-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder for the data', () => {
  it('is looked at without being made', () => {
    const report = inspectFolder(join(folder, 'a', 'b'));
    expect(report).toMatchObject({ hasData: false, problem: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('cannot be where one may not write', () => {
    chmodSync(folder, 0o500);
    expect(inspectFolder(join(folder, 'new')).problem).toBe('noAccess');
    chmodSync(folder, 0o700);
  });

  it.skipIf(process.platform !== 'linux')('cannot be where nobody may write', () => {
    expect(inspectFolder('/sys/clinic').problem).toBe('noAccess');
  });

  it('is the one of our own inside a folder that holds other things', () => {
    expect(folderMeant(folder)).toBe(folder);
    writeFileSync(join(folder, 'letter.txt'), '');
    expect(folderMeant(folder)).toBe(join(folder, 'Clinic Desk'));
    writeFileSync(join(folder, 'clinic.db'), '');
    expect(folderMeant(folder)).toBe(folder);
    expect(inspectFolder(folder).hasData).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('is shared when somebody has set it up for a group', () => {
    expect(isShared(folder)).toBe(false);
    chmodSync(folder, 0o770);
    expect(isShared(folder)).toBe(false);
    chmodSync(folder, 0o2770);
    expect(isShared(folder)).toBe(true);
  });
});

describe('a folder that another program copies', () => {
  it.each([
    ['OneDrive', 'OneDrive'],
    ['OneDrive - Harbour Clinic', 'OneDrive'],
    ['Dropbox (Clinic)', 'Dropbox'],
    ['Google Drive', 'Google Drive'],
    ['GoogleDrive-ada@example.org', 'Google Drive'],
    ['com~apple~CloudDocs', 'iCloud Drive'],
    ['Nextcloud', 'Nextcloud'],
  ])('is known by the name %s', (name, program) => {
    expect(syncProgram(join(folder, name, 'clinic', 'data'))).toBe(program);
  });

  it('is known by what such programs leave there', () => {
    mkdirSync(join(folder, 'ours', 'clinic'), { recursive: true });
    expect(syncProgram(join(folder, 'ours', 'clinic'))).toBeNull();
    writeFileSync(join(folder, 'ours', '.sync_4f2a9c.db'), '');
    expect(syncProgram(join(folder, 'ours', 'clinic'))).toBe('Nextcloud');
    expect(inspectFolder(join(folder, 'ours', 'clinic')).warnings).toContainEqual({
      kind: 'sync',
      program: 'Nextcloud',
    });
  });
});

describe('a network share', () => {
  const mounts = parseLinuxMounts(
    ['/dev/sda1 / ext4 rw 0 0', 'server:/x /tmp nfs4 rw 0 0', '//s/y /mnt/a\\040b cifs rw 0 0', ''].join('\n'),
  );

  it.skipIf(process.platform !== 'linux')('is told from a disk by the nearest mount', () => {
    expect(mounts.at(-1)).toEqual({ at: '/mnt/a b', kind: 'cifs' });
    expect(networkShare('/tmp', mounts)).toBe('nfs4');
    expect(networkShare('/usr', mounts)).toBeNull();
  });

  it('is read from what macOS prints', () => {
    const text = '/dev/disk3s1 on / (apfs, local)\n//ada@srv/share on /Volumes/share (smbfs, nodev)\n';
    expect(parseMacMounts(text)).toEqual([
      { at: '/', kind: 'apfs' },
      { at: '/Volumes/share', kind: 'smbfs' },
    ]);
  });
});
