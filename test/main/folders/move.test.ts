import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseOpenError } from '#db/index.ts';
import { setting } from '#db/schema/index.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { fileKeychain } from '#main/folders/keychain.ts';
import { moveDataFolder } from '#main/folders/move.ts';
import { explainOpening } from '#main/folders/opening.ts';

let base: string;
let from: string;
let to: string;
let kept: string[];
const options = { keychain: fileKeychain, keepFolder: (folder: string) => void kept.push(folder) };

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'clinic-move-'));
  [from, to, kept] = [join(base, 'old'), join(base, 'new', 'place'), []];
  const data = await openDataFolder(from);
  await data.db.write(async (tx) => void (await tx.insert(setting).values({ key: 'clinicName', value: 'Harbour' })));
  mkdirSync(join(from, 'logs'), { recursive: true });
  writeFileSync(join(from, 'logs', 'clinic-desk.log'), 'a line\n');
  await data.db.close();
  data.unlock();
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function settingsIn(folder: string): Promise<number> {
  const data = await openDataFolder(folder);
  const rows = await data.db.read(async (reader) => reader.select().from(setting));
  await data.db.close();
  data.unlock();
  return rows.length;
}

function somethingThere(): string {
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'letter.txt'), '');
  return to;
}

describe('moving the data', () => {
  it('takes everything along, switches over, and keeps the old folder aside', async () => {
    const { folder, old } = await moveDataFolder(from, to, options);
    expect(folder).toBe(to);
    expect(kept).toEqual([to]);
    expect(await settingsIn(to)).toBe(1);
    expect(readdirSync(join(to, 'logs'))).toEqual(['clinic-desk.log']);
    expect(await settingsIn(old)).toBe(1);
  });

  it('leaves a note in the old place, so that nobody starts an empty clinic there', async () => {
    await moveDataFolder(from, to, options);
    const refused: unknown = await openDataFolder(from).catch((error: unknown) => error);
    expect(explainOpening(refused, from).sentence).toContain(`was moved to ${to} on `);
    expect(readdirSync(from)).toEqual(['moved.json']);
    await moveDataFolder(to, from, options);
    expect(await settingsIn(from)).toBe(1);
    await expect(openDataFolder(to)).rejects.toMatchObject({ to: from });
  });

  it.each([
    ['a folder with something in it', somethingThere],
    ['a folder inside the data', () => join(from, 'inside')],
    ['a folder around the data', () => base],
  ])('leaves everything as it was before %s', async (_what, target) => {
    const folder = target();
    await expect(moveDataFolder(from, folder, options)).rejects.toMatchObject({ name: 'MoveError' });
    expect(kept).toEqual([]);
    expect(await settingsIn(from)).toBe(1);
    expect(existsSync(join(folder, 'key.json'))).toBe(false);
  });

  it('refuses while somebody works there, and says since when', async () => {
    const data = await openDataFolder(from);
    const error: unknown = await moveDataFolder(from, to, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseOpenError);
    expect(error).toMatchObject({ problem: 'inUse', owner: { host: hostname() } });
    expect(existsSync(to)).toBe(false);
    await data.db.close();
    data.unlock();
  });
});

it('names the other computer that has the data open', () => {
  const error = new DatabaseOpenError('inUse', null, { host: 'FRONT-DESK-7', since: Date.UTC(2026, 0, 5, 12, 30) });
  expect(explainOpening(error, '/srv/clinic').sentence).toMatch(/\/srv\/clinic .*FRONT-DESK-7 since Jan \d, 2026/);
  const here = new DatabaseOpenError('inUse', null, { host: hostname(), since: 0 });
  expect(explainOpening(here, '/srv/clinic').sentence).toMatch(/already open/);
});
