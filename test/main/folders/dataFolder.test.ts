import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#db/sqlite/connection.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { inspectFolder } from '#main/folders/inspect.ts';
import { fileKeychain, type Keychain } from '#main/folders/keychain.ts';
import { explainOpening } from '#main/folders/opening.ts';
import { databaseFile } from '#main/folders/places.ts';
import { startClinic } from '#test/support/backend.ts';
import { fillDisk } from '#test/support/badFolders.ts';
import { addPatient } from '#test/support/people.ts';
import { mayMount } from '#test/support/servers.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clinic-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function made(): Promise<{ key: Buffer }> {
  const data = await openDataFolder(folder);
  await data.db.close();
  data.unlock();
  return { key: data.key };
}

/** Bytes of the database and key, to show that a refusal changes nothing. */
const bytes = () => ['clinic.db', 'key.json'].map((name) => readFileSync(join(folder, name), 'base64'));

describe('a data folder', () => {
  it('keeps its key and data to this account', async () => {
    await made();
    if (process.platform !== 'win32') expect(statSync(join(folder, 'key.json')).mode & 0o077).toBe(0);
    expect(readFileSync(databaseFile(folder)).subarray(0, 15).toString()).not.toBe('SQLite format 3');
  });

  it('is open once only; the second is told, and the first goes on', async () => {
    const first = await openDataFolder(folder);
    const second = await openDataFolder(folder).catch((error: unknown) => error);
    expect(second).toMatchObject({ problem: 'inUse' });
    expect(explainOpening(second, folder).sentence).toContain(folder);
    await expect(first.db.read(async () => 'still here')).resolves.toBe('still here');
    await first.db.close();
    first.unlock();
    const again = await openDataFolder(folder);
    await again.db.close();
    again.unlock();
  });

  it('is refused, unchanged, when a newer program has written it', async () => {
    const { key } = await made();
    const { sqlite } = connect(databaseFile(folder), key);
    sqlite
      .prepare("insert into __drizzle_migrations (hash, created_at) values ('from the future', ?)")
      .run(Date.UTC(2099, 0, 1));
    sqlite.close();
    const before = bytes();
    await expect(openDataFolder(folder)).rejects.toMatchObject({ problem: 'newerVersion' });
    expect(bytes()).toEqual(before);
  });

  it('is refused, unchanged, with a wrong key, and never given a new one when the key is lost', async () => {
    await made();
    const stored = readFileSync(join(folder, 'key.json'), 'utf8');
    const wrong = JSON.stringify({ ...(JSON.parse(stored) as object), key: Buffer.alloc(32, 9).toString('base64') });
    writeFileSync(join(folder, 'key.json'), wrong);
    const before = bytes();
    await expect(openDataFolder(folder)).rejects.toMatchObject({ problem: 'wrongKey' });
    expect(bytes()).toEqual(before);
    rmSync(join(folder, 'key.json'));
    await expect(openDataFolder(folder)).rejects.toMatchObject({ problem: 'wrongKey' });
    expect(readdirSync(folder)).not.toContain('key.json');
  });

  it('is refused, unchanged, with a key that another computer’s keychain has wrapped, or that is none', async () => {
    await made();
    const elsewhere: Keychain = {
      kind: 'system',
      wrap: async (key) => key,
      unwrap: async () => Promise.reject(new Error('Error while decrypting the ciphertext provided to safeStorage')),
    };
    const stored = JSON.parse(readFileSync(join(folder, 'key.json'), 'utf8')) as object;
    for (const text of [JSON.stringify({ ...stored, kind: 'system' }), '{"version":1', 'null']) {
      writeFileSync(join(folder, 'key.json'), text);
      const before = bytes();
      for (const keychain of [elsewhere, fileKeychain])
        await expect(openDataFolder(folder, keychain)).rejects.toMatchObject({ problem: 'wrongKey' });
      expect(bytes()).toEqual(before);
    }
  });

  it.skipIf(process.platform !== 'linux')('is refused at once where the system takes no folders', async () => {
    const place = '/proc/clinic/data';
    const refused: unknown = await openDataFolder(place).catch((error: unknown) => error);
    expect(refused).toMatchObject({ problem: 'noAccess' });
    expect(explainOpening(refused, place).sentence).toContain(`may not read or write ${place}`);
  });

  it('is refused below a file, and as a file', async () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear colleague');
    for (const place of [file, join(file, 'data')])
      await expect(openDataFolder(place)).rejects.toMatchObject({ problem: 'noAccess' });
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('has the pragmas that keep data through a power cut, on a SQLite without the known faults', async () => {
    const { key } = await made();
    const { sqlite } = connect(databaseFile(folder), key);
    const pragma = (name: string) => sqlite.pragma(name, { simple: true });
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'mmap_size', 'temp_store'].map(pragma),
    ).toEqual(['wal', 2, 1, 0, 0, 2]);
    const [major = 0, minor = 0, patch = 0] = (sqlite.prepare('select sqlite_version()').pluck().get() as string)
      .split('.')
      .map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
    sqlite.close();
  });
});

describe.skipIf(!mayMount())('a full disk (on a small one mounted for this test)', () => {
  it.each([0, 40, 80, 200])(
    'is named when it has %d KB left, and the same folder opens once there is more',
    async (left) => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]);
      try {
        const [film, place] = [join(folder, 'film.mkv'), join(folder, 'data')];
        fillDisk(film);
        truncateSync(film, statSync(film).size - left * 1024);
        await expect(openDataFolder(place)).rejects.toMatchObject({ problem: 'diskFull' });
        expect(inspectFolder(place).problem).toBe('diskFull');
        rmSync(film);
        const data = await openDataFolder(place);
        await data.db.close();
        data.unlock();
      } finally {
        execFileSync('umount', ['-l', folder]);
      }
    },
  );

  it('refuses what does not fit, keeps what was there, and reading goes on', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]);
    try {
      const { backend, admin } = await startClinic({}, join(folder, 'data'));
      const kept: number[] = [];
      const refused: unknown[] = [];
      for (let round = 0; round < 2_000 && refused.length === 0; round += 1) {
        await addPatient(admin, { familyName: `Full${round}`, notes: 'n'.repeat(9_000) }).then(
          ({ id }) => kept.push(id),
          (error: unknown) => refused.push(error),
        );
      }
      expect(refused[0]).toMatchObject({ code: 'DISK_FULL', data: { id: expect.any(String) } });
      expect(kept.length).toBeGreaterThan(3);
      for (const id of kept) expect(await admin.patients.get({ id })).toMatchObject({ version: 1 });
      expect(await admin.patients.count({})).toMatchObject({ count: kept.length });
      // With room again, what was still to be written is.
      execFileSync('mount', ['-o', 'remount,size=12m', folder]);
      await backend.close();
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  });
});
