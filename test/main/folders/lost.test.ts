import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setting } from '#db/schema/index.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { explainOpening } from '#main/folders/opening.ts';
import { databaseFile, folderMeant } from '#main/folders/places.ts';
import { programRoot } from '#main/root.ts';
import { clinic, failed } from '#test/main/cli/support.ts';
import { folderOf, population } from '#test/main/modules/people/imports/support.ts';
import { wholeFolder } from '#test/support/wholeFolder.ts';

/** A key whose database is gone, and a first start that never came as far as a database, are told apart. */

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'clinic-lost-'));
  folder = join(base, 'data');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function makeClinic(place = folder): Promise<void> {
  const data = await openDataFolder(place);
  await data.db.write(async (tx) => void (await tx.insert(setting).values({ key: 'clinicName', value: 'Harbour' })));
  await data.db.close();
  data.unlock();
}

async function settingsIn(place: string): Promise<number> {
  const data = await openDataFolder(place);
  const rows = await data.db.read(async (reader) => reader.select().from(setting));
  await data.db.close();
  data.unlock();
  return rows.length;
}

const log = () => `${databaseFile(folder)}-wal`;
const emptyDatabase = () => truncateSync(databaseFile(folder));
const removeDatabase = () => rmSync(databaseFile(folder));
const leaveLog = () => writeFileSync(log(), Buffer.alloc(3_400_000, 5));

const losses: Array<[string, () => void, RegExp]> = [
  ['without its database', removeDatabase, /The database clinic\.db is missing .*its key \(key\.json\)\. /],
  ['with an empty database', emptyDatabase, /The database clinic\.db is empty .*its key \(key\.json\)\. /],
  [
    'with a log and no database',
    () => {
      removeDatabase();
      leaveLog();
    },
    /is missing .*its key \(key\.json\) and 3\.4 MB of changes \(clinic\.db-wal\)\. /,
  ],
  [
    'with a log and an empty database',
    () => {
      emptyDatabase();
      leaveLog();
    },
    /is empty .*its key \(key\.json\) and 3\.4 MB of changes \(clinic\.db-wal\)\. /,
  ],
  [
    'with a log alone',
    () => {
      removeDatabase();
      rmSync(join(folder, 'key.json'));
      leaveLog();
    },
    /is missing .*3\.4 MB of changes \(clinic\.db-wal\)\. /,
  ],
  [
    'with an empty database alone',
    () => {
      emptyDatabase();
      rmSync(join(folder, 'key.json'));
    },
    /is empty /,
  ],
];

describe.each(losses)('a folder %s', (_what, lose, sentence) => {
  beforeEach(async () => {
    await makeClinic();
    lose();
  });

  it('is refused by name and stays as it is', async () => {
    const before = wholeFolder(folder);
    const refused: unknown = await openDataFolder(folder).catch((error: unknown) => error);
    expect(explainOpening(refused, folder).sentence).toMatch(sentence);
    expect(explainOpening(refused, folder).sentence).toContain(folder);
    expect(wholeFolder(folder)).toEqual(before);
  });

  it('is refused by every command, which leaves it as it is', async () => {
    const before = wholeFolder(folder);
    const files = folderOf(population);
    const commands = [
      ['check'],
      ['migrate'],
      ['migrate', '--check'],
      ['demo', '--patients', '1'],
      ['import', 'synthea-csv', files],
      ['createsuperuser', '--username', 'ada', '--family-name', 'Moreau'],
      ['changepassword', 'ada'],
      ['clearsessions'],
      ['maintenance', 'status'],
      ['maintenance', 'on'],
      ['move', join(base, 'elsewhere')],
    ];
    for (const command of commands) {
      const ran = await clinic([...command, '--data', folder], { env: { CLINIC_PASSWORD: 'violet-harbour-42' } });
      expect({ command, ...ran }).toEqual({ command, ...failed(sentence) });
      expect(wholeFolder(folder)).toEqual(before);
    }
  });

  it('is what is meant when somebody points at it, so that no new clinic is made inside', () => {
    expect(folderMeant(folder)).toBe(folder);
  });
});

it('the old folder opens once its database is put back', async () => {
  await makeClinic();
  const aside = join(base, 'aside.db');
  execFileSync('mv', [databaseFile(folder), aside]);
  await expect(openDataFolder(folder)).rejects.toMatchObject({ name: 'LostDatabaseError' });
  execFileSync('mv', [aside, databaseFile(folder)]);
  expect(await settingsIn(folder)).toBe(1);
});

/** Runs a script of ours that kills itself; nothing of it ends well. */
function die(script: string, ...args: string[]): void {
  const path = join(programRoot, 'test/support', script);
  const { signal, stderr } = spawnSync(process.execPath, [path, ...args], { cwd: programRoot, encoding: 'utf8' });
  expect({ signal, stderr }).toMatchObject({ signal: 'SIGKILL' });
}

describe('a first start killed', () => {
  it.each(['key written', 'database made', 'tables made', 'key named'])(
    'when it has its %s locks nobody out',
    async (moment) => {
      die('startAndDie.ts', folder, moment);
      expect(await settingsIn(folder)).toBe(0);
      await makeClinic();
      expect(await settingsIn(folder)).toBe(1);
      expect(readdirSync(folder)).not.toContain('key.json.new');
    },
  );

  it('while it wrote its key begins anew', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'key.json.new'), '{"version":1,"ki');
    expect(await settingsIn(folder)).toBe(0);
  });

  it('and whose database was lost since is a clinic without its database', async () => {
    die('startAndDie.ts', folder, 'key named');
    removeDatabase();
    rmSync(log(), { force: true });
    await expect(openDataFolder(folder)).rejects.toMatchObject({ name: 'LostDatabaseError' });
  });
});

describe.skipIf(process.platform === 'win32')('a move that was killed', () => {
  it.each(['kept', '1', '2', '3'])('(%s) leaves no place where a new clinic is made', async (renames) => {
    await makeClinic();
    const [from, to] = [folder, join(base, 'new')];
    die('moveAndDie.ts', from, to, renames);
    expect(await settingsIn(to)).toBe(1);
    const before = wholeFolder(from);
    const refused: unknown = await openDataFolder(from).catch((error: unknown) => error);
    expect(explainOpening(refused, from).sentence).toContain(`was moved to ${to} on `);
    expect(await clinic(['demo', '--patients', '1', '--data', from])).toEqual(failed(/was moved to/));
    expect(wholeFolder(from)).toEqual(before);
  });
});
