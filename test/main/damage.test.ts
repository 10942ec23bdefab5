import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '#db/demo/loadDemo.ts';
import { connect } from '#db/sqlite/connection.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { explainOpening } from '#main/folders/opening.ts';
import { databaseFile, logFile } from '#main/folders/places.ts';
import { programRoot } from '#main/root.ts';
import { clinic } from './cli/support.ts';

/** One bit turned over in a real clinic's files is told, wherever it lies, and never under another name. */

const SEED = Number(process.env.CLINIC_DAMAGE_SEED ?? randomInt(2 ** 31));
const PAGE = 4096;
/** The database's salt, of which our random key makes no use. */
const SALT = 16;

/** Numbers that look random and come again with the seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const base = mkdtempSync(join(tmpdir(), 'clinic-damage-'));
const good = join(base, 'good');
const folder = join(base, 'bad');
beforeAll(fill, 60_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Kinds {
  overflow: number[];
  free: number[];
}
let kinds: Kinds;

/** People, photos that take pages of their own, and pages that are free again; closed. */
async function fill(): Promise<void> {
  const { db, key, unlock } = await openDataFolder(good);
  await db.close();
  await loadDemo(db.file, key, { patients: 60, seed: 1, now: Date.UTC(2026, 0, 1) });
  const { sqlite } = connect(db.file, key);
  const write = sqlite.prepare('insert into setting (key, value) values (?, ?)');
  for (let at = 0; at < 24; at += 1) write.run(`long ${at}`, JSON.stringify('long '.repeat(4_000)));
  sqlite.exec("delete from setting where key between 'long 10' and 'long 19'");
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const pages = sqlite.prepare('select pageno, pagetype from dbstat').all() as Array<{
    pageno: number;
    pagetype: string;
  }>;
  const used = new Set(pages.map(({ pageno }) => pageno));
  const count = sqlite.pragma('page_count', { simple: true }) as number;
  kinds = {
    overflow: pages.filter(({ pagetype }) => pagetype === 'overflow').map(({ pageno }) => pageno),
    free: Array.from({ length: count }, (_, at) => at + 1).filter((page) => !used.has(page)),
  };
  sqlite.close();
  unlock();
}

/** A fresh copy of the good folder, or of another one, with one bit of one file turned over. */
function flip(file: (folder: string) => string, offset: number, bit: number, from = good): void {
  copyFolder(from, folder);
  const bytes = readFileSync(file(folder));
  bytes.writeUInt8(bytes.readUInt8(offset) ^ (1 << bit), offset);
  writeFileSync(file(folder), bytes);
}

function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (/^(clinic\.db|key\.json)/.test(name)) copyFileSync(join(from, name), join(to, name));
  }
}

async function checked(): Promise<{ code: number | null; said: string }> {
  const { code, out, err } = await clinic(['check', '--data', folder]);
  return { code, said: out + err };
}

/** Opens and closes; what stands in the way is told in words. */
async function opened(): Promise<string> {
  try {
    const { db, unlock } = await openDataFolder(folder);
    await db.close();
    unlock();
    return 'opened';
  } catch (error) {
    return explainOpening(error, folder).sentence;
  }
}

const among = (below: (n: number) => number, list: number[]) => (list[below(list.length)] ?? 1) - 1;

describe('a bit turned over in a closed database', () => {
  const below = numbers(SEED);

  const places: Array<[string, number, () => number]> = [
    ['the open bytes of the first page', 24, () => SALT + below(8)],
    ['the rest of the first page', 10, () => 24 + below(PAGE - 24)],
    ['free pages', 12, () => among(below, kinds.free) * PAGE + below(PAGE)],
    ['overflow pages', 12, () => among(below, kinds.overflow) * PAGE + below(PAGE)],
    ['any page', 30, () => SALT + below(readFileSync(databaseFile(good)).length - SALT)],
  ];

  it.each(places)(`in %s is told by the check (seed ${SEED})`, { timeout: 120_000 }, async (what, times, place) => {
    const counts = { told: 0, refused: 0 };
    for (let at = 0; at < times; at += 1) {
      const [offset, bit] = [place(), below(8)];
      flip(databaseFile, offset, bit);
      const { code, said } = await checked();
      expect({ offset, bit, code, said }).toMatchObject({ code: 1, said: expect.stringMatching(/damage/i) });
      counts.told += 1;
      const answer = await opened();
      if (answer === 'opened') continue;
      expect(answer).toContain('is damaged.');
      counts.refused += 1;
    }
    process.stdout.write(`seed ${SEED}: ${what}: ${JSON.stringify({ flips: times, ...counts })}\n`);
  });

  it('in the salt, of which the random key makes no use, harms nothing', async () => {
    for (let offset = 0; offset < SALT; offset += SALT - 1) {
      flip(databaseFile, offset, below(8));
      expect(await checked()).toMatchObject({ code: 0 });
      expect(await clinic(['demo', '--patients', '5', '--data', folder])).toMatchObject({ code: 0 });
      expect((await checked()).said).toMatch(/^65 patients.*\n.*in order/);
    }
  });

  it('is told from a key that does not fit, and from another clinic’s database', async () => {
    flip(databaseFile, 500, 1);
    expect(await opened()).toContain('is damaged.');
    const other = await openDataFolder(join(base, 'other'));
    await other.db.close();
    other.unlock();
    flip(databaseFile, 500, 1);
    copyFileSync(join(base, 'other', 'key.json'), join(folder, 'key.json'));
    expect(await opened()).toContain('is missing or does not fit');
    flip(databaseFile, 500, 1);
    copyFileSync(databaseFile(join(base, 'other')), databaseFile(folder));
    expect(await opened()).toContain('is missing or does not fit');
  });
});

/** Saves in a program of its own and kills that without warning. */
async function saveAndDie(place: string, how: string): Promise<void> {
  copyFolder(good, place);
  const args = [join(programRoot, 'test/support/saveAndWait.ts'), place, how];
  const child = spawn(process.execPath, args, { cwd: programRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => child.kill('SIGKILL'));
  await new Promise((resolve) => child.once('close', resolve));
}

describe('after a kill', () => {
  const below = numbers(SEED + 1);
  const killed = join(base, 'killed');
  const half = join(base, 'half');
  beforeAll(async () => {
    await saveAndDie(killed, 'whole');
    await saveAndDie(half, 'half');
  }, 60_000);

  it('with changes half done and taken back nothing is wrong, and what was saved is there', async () => {
    for (const place of [killed, half]) {
      copyFolder(place, folder);
      expect((await checked()).said).toMatch(/^65 patients.*\n.*in order/);
      expect(await opened()).toBe('opened');
    }
  });

  it(`a bit turned over in what the log keeps is told (seed ${SEED})`, { timeout: 240_000 }, async () => {
    const log = readFileSync(logFile(killed));
    const end = keptBytes(log);
    const counts = { flips: 0, told: 0, refused: 0, 'opened without the last change': 0 };
    const last = end - (24 + PAGE);
    const offsets = [
      0,
      7,
      11,
      18,
      22,
      25,
      31,
      ...Array.from({ length: 40 }, () => below(end)),
      last + 5,
      last + 9,
      last + 14,
      last + 18,
      end - 1,
    ];
    for (const offset of offsets) {
      flip(logFile, offset, below(8), killed);
      counts.flips += 1;
      const { code, said } = await checked();
      expect({ offset, code, said }).toMatchObject({ code: 1, said: expect.stringContaining('clinic.db-wal') });
      counts.told += 1;
      const before = readFileSync(logFile(folder));
      const answer = await opened();
      if (answer === 'opened') {
        counts['opened without the last change'] += 1;
        expect((await checked()).said).toMatch(/^64 patients/);
      } else {
        counts.refused += 1;
        expect(answer).toContain('clinic.db-wal');
        expect(readFileSync(logFile(folder)).equals(before)).toBe(true);
      }
    }
    process.stdout.write(`seed ${SEED}: the log: ${JSON.stringify(counts)}\n`);
    expect(counts.refused).toBeGreaterThan(0);
  });

  it('a bit turned over behind what the log keeps harms nothing', async () => {
    const log = readFileSync(logFile(killed));
    const end = keptBytes(log);
    expect(log.length).toBeGreaterThan(end + PAGE);
    for (let round = 0; round < 5; round += 1) {
      flip(logFile, end + below(log.length - end), below(8), killed);
      expect(await opened()).toBe('opened');
      expect((await checked()).said).toMatch(/^65 patients.*\n.*in order/);
    }
  });
});

/** How much of a log holds changes that are kept: up to the last frame that ends one. */
function keptBytes(log: Buffer): number {
  const frame = 24 + PAGE;
  let end = 32;
  for (let at = 32; at + frame <= log.length; at += frame) {
    const isOurs = log.subarray(at + 8, at + 16).equals(log.subarray(16, 24));
    if (isOurs && log.readUInt32BE(at + 4) > 0) end = at + frame;
  }
  return end;
}
