import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { lockFolder } from '#db/sqlite/lock.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { databaseFile } from '#main/folders/places.ts';
import { fillDisk, fingerprint, makeForeign, makeNewer } from '#test/support/badFolders.ts';
import { mayMount } from '#test/support/servers.ts';
import { type Desk, onlyOnLinux, picture, test } from './desk.ts';
import { addPatient, setUpClinic, signIn } from './steps.ts';

/** Where the data lives: the first question, moving it, and folders that cannot be opened. */

test('the first start asks for a folder, and warns of one that another program copies', async ({ desk }) => {
  onlyOnLinux();
  await desk.start([], { CLINIC_ASK_FOLDER: '1' });
  const first = await desk.press('Another folder, or existing data…');
  expect(first.message).toBe('Where shall the clinic’s data live?');
  expect(first.detail).toContain(`Only for me: ${desk.data}`);

  const dropbox = join(desk.home, 'Dropbox');
  mkdirSync(dropbox);
  await desk.choose(dropbox);
  const warned = await desk.press('Choose another…');
  expect(warned.message).toBe(`Use ${dropbox}?`);
  expect(warned.detail).toContain('Dropbox copies that folder while Clinic Desk writes in it');

  await desk.press('Another folder, or existing data…');
  await desk.choose('/sys');
  const refused = await desk.press('Choose another…');
  expect(refused.message).toBe('/sys/Clinic Desk cannot be used');
  expect(refused.detail).toContain('You may not write there.');
  expect(readdirSync(dropbox)).toEqual([]);

  const oneDrive = join(desk.home, 'OneDrive - Harbour');
  mkdirSync(oneDrive);
  writeFileSync(join(oneDrive, 'letter.txt'), '');
  await desk.press('Another folder, or existing data…');
  await desk.choose(oneDrive);
  await desk.press('Use it anyway');
  await setUpClinic(await desk.page());
  expect(readdirSync(join(oneDrive, 'Clinic Desk'))).toContain('clinic.db');
  expect(existsSync(desk.data)).toBe(false);

  await desk.restart();
  await expect((await desk.page()).getByRole('heading', { name: 'Harbour Street Clinic' })).toBeVisible();
});

test('the first start is left without a trace', async ({ desk }) => {
  await desk.start([], { CLINIC_ASK_FOLDER: '1' });
  await desk.press('Quit');
  expect(await desk.ended()).toBe(0);
  expect(existsSync(desk.data)).toBe(false);
});

test('the data moves by the menu; the app starts again on it, and the old place says where it went', async ({
  desk,
}) => {
  onlyOnLinux();
  await desk.start();
  const page = await desk.page();
  await setUpClinic(page);
  await addPatient(page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });

  await desk.menu('moveData');
  expect((await desk.press('Another folder, or existing data…')).detail).toContain(`It is in ${desk.data} now.`);
  const chosen = join(desk.home, 'Clinic data');
  mkdirSync(chosen);
  await desk.choose(chosen);
  const done = await desk.question();
  const [sheet = page] = desk.electron.windows().filter((window) => window !== page);
  await expect(sheet.getByText('The data is moving')).toBeVisible();
  await picture(sheet, 'moving');
  expect(done).toMatchObject({ message: 'The data was moved', buttons: ['Close'] });
  await desk.press('Close');

  const again = await desk.afterwards();
  await signIn(again);
  await again.getByRole('link', { name: 'Patients' }).first().click();
  await expect(again.getByRole('row', { name: /Okafor/i })).toBeVisible();
  await again.close();
  expect(readdirSync(chosen)).toContain('clinic.db');

  await desk.start([`--data=${desk.data}`]);
  const { detail } = await desk.press('Quit');
  expect(detail).toContain(`The data of ${desk.data} was moved to ${chosen} on `);
  expect(readdirSync(desk.data)).toEqual(['moved.json']);
});

/** A folder with a database in it, closed. */
async function makeData(folder: string): Promise<void> {
  const { db, unlock } = await openDataFolder(folder);
  await db.close();
  unlock();
}

/** Starts on a folder that cannot be opened; answers what stands there, once it has been left. */
async function refusal(desk: Desk, folder: string): Promise<string> {
  await desk.start([`--data=${folder}`]);
  const question = await desk.press('Quit');
  expect(question.message).toBe('Clinic Desk cannot open its data');
  expect(question.buttons).toEqual(['Try again', 'Choose another folder…', 'Save a report…', 'Quit']);
  expect(await desk.ended()).toBe(1);
  return question.detail;
}

const bad: Array<[string, RegExp, (folder: string) => Promise<unknown>]> = [
  [
    'from a newer version',
    /was written by a newer Clinic Desk\. Install the newest version/,
    async (folder) => {
      await makeData(folder);
      makeNewer(folder);
    },
  ],
  [
    'with another computer’s key',
    /key for the data in .* does not fit\. Put the key file back, or open the folder on the computer/,
    async (folder) => {
      await makeData(folder);
      makeForeign(folder);
    },
  ],
  [
    'without its key',
    /key for the data in .* is missing/,
    async (folder) => {
      await makeData(`${folder}-other`);
      mkdirSync(folder);
      writeFileSync(databaseFile(folder), readFileSync(databaseFile(`${folder}-other`)));
    },
  ],
  [
    'without its database',
    /The database clinic\.db is missing from .*Still there: its key \(key\.json\) and 0\.1 MB of changes \(clinic\.db-wal\)\./,
    async (folder) => {
      await makeData(folder);
      rmSync(databaseFile(folder));
      writeFileSync(`${databaseFile(folder)}-wal`, Buffer.alloc(100_000));
    },
  ],
  [
    'with a bit of its first page turned over',
    /The data in .* is damaged\. Do not delete anything/,
    async (folder) => {
      await makeData(folder);
      const bytes = readFileSync(databaseFile(folder));
      bytes.writeUInt8(bytes.readUInt8(500) ^ 4, 500);
      writeFileSync(databaseFile(folder), bytes);
    },
  ],
  [
    'with an empty database',
    /The database clinic\.db is empty in .*Still there: its key \(key\.json\)\./,
    async (folder) => {
      await makeData(folder);
      truncateSync(databaseFile(folder));
    },
  ],
];
for (const [what, sentence, make] of bad) {
  test(`a folder ${what} is explained and stays as it is`, async ({ desk }) => {
    const folder = join(desk.home, 'bad');
    await make(folder);
    const before = fingerprint(folder);
    expect(await refusal(desk, folder)).toMatch(sentence);
    expect(fingerprint(folder)).toEqual(before);
  });
}

test('a folder that another computer has open is explained, and opens once it is free', async ({ desk }) => {
  const folder = join(desk.home, 'shared');
  await makeData(folder);
  const before = fingerprint(folder);
  const lock = lockFolder(folder);
  writeFileSync(
    join(folder, 'in-use.json'),
    JSON.stringify({ host: 'FRONT-DESK-7', since: Date.UTC(2026, 0, 5, 12, 30) }),
  );
  expect(await refusal(desk, folder)).toMatch(/has been open on the computer FRONT-DESK-7 since Jan 5, 2026/);
  expect(fingerprint(folder)).toEqual(before);

  await desk.start([`--data=${folder}`]);
  await desk.question();
  lock.release();
  await desk.press('Try again');
  await expect((await desk.page()).getByLabel('Clinic name')).toBeVisible();
});

test('a folder where nothing may be made is explained at once', async ({ desk }) => {
  onlyOnLinux();
  for (const folder of ['/sys/clinic', '/proc/clinic/data'])
    expect(await refusal(desk, folder)).toContain(`Clinic Desk may not read or write ${folder}.`);
});

test('a folder on a full disk is explained, and opens once there is space', async ({ desk }) => {
  test.skip(!mayMount(), 'only root can mount a small disk');
  const disk = join(desk.home, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
  try {
    const [folder, filler] = [join(disk, 'data'), join(disk, 'film.mkv')];
    await makeData(folder);
    const before = fingerprint(folder);
    fillDisk(filler);
    expect(await refusal(desk, folder)).toContain(`The disk that holds ${folder} is full. Free some space`);
    expect(fingerprint(folder)).toEqual(before);

    await desk.start([`--data=${folder}`]);
    await desk.question();
    writeFileSync(filler, '');
    await desk.press('Try again');
    await setUpClinic(await desk.page());
    await desk.electron.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});
