import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { databaseFile, keyFile, logFile } from '#main/folders/places.ts';
import { programRoot } from '#main/root.ts';
import { startClinic } from '#test/support/backend.ts';
import { wholeFolder } from '#test/support/wholeFolder.ts';
import { clinic } from './cli/support.ts';

/** A clinic whose program was killed has what was saved last in its log alone: whatever became of the database beside it, that log stays. */

const base = mkdtempSync(join(tmpdir(), 'clinic-cut-'));
const [killed, other, folder] = [join(base, 'killed'), join(base, 'other'), join(base, 'bad')];

/** Saves people in a program of its own and kills that without warning. */
function saveAndDie(place: string): Promise<void> {
  const script = join(programRoot, 'test/support/saveAndWait.ts');
  const child = spawn(process.execPath, [script, place, 'whole'], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => child.kill('SIGKILL'));
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

beforeAll(async () => {
  for (const place of [killed, other]) {
    const { db, unlock } = await openDataFolder(place);
    await db.close();
    unlock();
    await saveAndDie(place);
  }
}, 60_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(killed, folder, { recursive: true });
});

/** What SQLite itself writes while it looks. */
const kept = () => Object.entries(wholeFolder(folder) ?? {}).filter(([name]) => !/-shm$|in-use/.test(name));

async function isRefused(problem: string): Promise<void> {
  const before = kept();
  await expect(openDataFolder(folder)).rejects.toMatchObject({ problem });
  expect(kept()).toEqual(before);
  expect((await clinic(['check', '--data', folder])).code).not.toBe(0);
  expect(kept()).toEqual(before);
}

describe('beside the log of a killed program', () => {
  it('a whole database opens with what the log has', async () => {
    expect(statSync(logFile(folder)).size).toBeGreaterThan(4096);
    const { db, unlock } = await openDataFolder(folder);
    await db.close();
    unlock();
  });

  it.each([1, 15, 511, 4095])('a database cut to %i bytes is damaged, and nothing is written', async (bytes) => {
    truncateSync(databaseFile(folder), bytes);
    await isRefused('damaged');
  });

  it('a database cut in half is damaged, and nothing is written', async () => {
    truncateSync(databaseFile(folder), Math.floor(statSync(databaseFile(folder)).size / 8192) * 4096);
    await isRefused('damaged');
  });

  it('a database of zeros is damaged, and nothing is written', async () => {
    writeFileSync(databaseFile(folder), Buffer.alloc(statSync(databaseFile(folder)).size));
    await expect(openDataFolder(folder)).rejects.toMatchObject({ name: 'DatabaseOpenError' });
    expect(statSync(logFile(folder)).size).toBe(statSync(logFile(killed)).size);
  });

  it('another clinic’s database is not this key’s, and nothing is written into it', async () => {
    copyFileSync(databaseFile(other), databaseFile(folder));
    await isRefused('wrongKey');
  });

  it('a log whose header is zeros is damaged', async () => {
    const log = readFileSync(logFile(folder));
    writeFileSync(logFile(folder), log.fill(0, 0, 32));
    await isRefused('damagedLog');
  });
});

describe('a new clinic', () => {
  it('is in the database file as soon as it is set up, so that a lost log makes no new one of it', async () => {
    const place = join(base, 'young');
    const { backend } = await startClinic({}, place);
    cpSync(place, folder, { recursive: true, force: true });
    rmSync(logFile(folder), { force: true });
    const { db, unlock } = await openDataFolder(folder);
    const users = await db.read((reader) => reader.query.user.findMany());
    await db.close();
    unlock();
    await backend.close();
    expect(users.map(({ username }) => username)).toEqual(['ada']);
  });

  it('is not made of a database in which nothing was ever stored, beside a key that was kept', async () => {
    const bare = join(base, 'bare');
    const first = await openDataFolder(bare);
    await first.db.close();
    first.unlock();
    const { key } = first;
    rmSync(databaseFile(bare));
    const { connect } = await import('#db/sqlite/connection.ts');
    connect(databaseFile(bare), key).sqlite.close();
    expect(statSync(keyFile(bare)).size).toBeGreaterThan(0);
    await expect(openDataFolder(bare)).rejects.toMatchObject({ name: 'LostDatabaseError' });
  });
});
