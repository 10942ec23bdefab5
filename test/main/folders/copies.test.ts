import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { fileKeychain } from '#main/folders/keychain.ts';
import { moveDataFolder } from '#main/folders/move.ts';
import { programRoot } from '#main/root.ts';
import { has } from '#test/support/servers.ts';

/** A disk that writes something else than it was given. */
const disk = vi.hoisted(() => ({ spoils: '' }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    async copyFile(from: string, to: string) {
      await real.copyFile(from, to);
      if (disk.spoils && to.endsWith(disk.spoils)) await appendFile(to, 'x');
    },
  };
});

let base: string;
let from: string;
let to: string;
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'clinic-copies-'));
  [from, to] = [join(base, 'old'), join(base, 'new')];
  const data = await openDataFolder(from);
  await data.db.close();
  data.unlock();
});
afterEach(() => {
  disk.spoils = '';
  rmSync(base, { recursive: true, force: true });
});

describe('the copies of moved data', () => {
  it.each(['clinic.db', 'key.json'])('are compared: a %s that is not the same is not moved to', async (name) => {
    const kept: string[] = [];
    disk.spoils = name;
    const options = { keychain: fileKeychain, keepFolder: (folder: string) => void kept.push(folder) };
    await expect(moveDataFolder(from, to, options)).rejects.toMatchObject({ name: 'MoveError', problem: 'notSame' });
    expect(kept).toEqual([]);
    expect(existsSync(to)).toBe(false);
    const data = await openDataFolder(from);
    await data.db.close();
    data.unlock();
  });

  it.skipIf(!has('/usr/bin/strace', 'that moved data is on disk before it is switched to'))(
    'are on disk before anything is switched to them',
    () => {
      const trace = join(base, 'trace');
      const program = [process.execPath, join(programRoot, 'test/support/moveFolder.ts'), from, to];
      const watch = ['-f', '-y', '-s', '16', '-e', 'trace=fsync,fdatasync,write', '-o', trace];
      execFileSync('/usr/bin/strace', [...watch, ...program], { cwd: programRoot });
      const calls = readFileSync(trace, 'utf8').split('\n');
      const switched = calls.findIndex((call) => /write\(1<.*"kept/.test(call));
      expect(switched).toBeGreaterThan(0);
      const synced = (name: string) => {
        const file = join(to, name);
        return calls.findIndex((call) => /f(?:data)?sync\(/.test(call) && call.includes(`<${file}>`));
      };
      for (const name of readdirSync(to).filter((name) => !/^in-use|-(wal|shm)$|^logs$/.test(name))) {
        expect([name, synced(name) >= 0]).toEqual([name, true]);
        expect(synced(name)).toBeLessThan(switched);
      }
    },
  );
});
