import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fillDisk, fingerprint, makeForeign, makeNewer } from '#test/support/badFolders.ts';
import { command, Desktop, FLAGS, type Screen } from './desktop.ts';
import { PROGRAM } from './packages.ts';
import { check } from './report.ts';
import { must } from './shell.ts';

/** Folders that cannot be opened: one screen that says what to do, from which one can leave; nothing in them is changed. */
export async function checkBadFolders(screen: Screen, home: string): Promise<void> {
  const place = join(home, 'bad');
  mkdirSync(place);
  const good = join(place, 'good');
  check('a folder to spoil', command(['demo', '--patients', '1', '--data', good], { HOME: home }).status, 0);
  const spoilt = (name: string, spoil: (folder: string) => void) => {
    const folder = copyOf(good, join(place, name));
    spoil(folder);
    return refusal(screen, home, name, folder);
  };

  await refusal(screen, home, 'no-rights', '/sys/clinic', false);
  await spoilt('newer-version', makeNewer);
  await spoilt('other-computer', makeForeign);
  await spoilt('damaged', (folder) => writeFileSync(join(folder, 'clinic.db'), Buffer.alloc(8192, 7)));
  await spoilt('lost', (folder) => rmSync(join(folder, 'clinic.db')));
  await onFullDisk(screen, home, good, join(place, 'disk'));
  await beside(screen, home, good);
}

async function refusal(screen: Screen, home: string, name: string, folder: string, hasData = true): Promise<void> {
  const before = hasData && fingerprint(folder);
  const desktop = new Desktop(screen, home, [`--data=${folder}`]);
  await desktop.dialog();
  await desktop.look(name);
  await desktop.press('Escape');
  check(`${name}: the question can be left`, await desktop.ended(), 1);
  check(`${name}: nothing was changed`, hasData && fingerprint(folder), before);
}

function copyOf(from: string, to: string): string {
  mkdirSync(to);
  for (const name of ['clinic.db', 'key.json']) copyFileSync(join(from, name), join(to, name));
  return to;
}

async function onFullDisk(screen: Screen, home: string, good: string, disk: string): Promise<void> {
  mkdirSync(disk);
  must('mount', '-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk);
  try {
    const folder = copyOf(good, join(disk, 'data'));
    fillDisk(join(disk, 'film.mkv'));
    await refusal(screen, home, 'full-disk', folder);
  } finally {
    must('umount', '-l', disk);
  }
}

/** A folder that a command of the same computer works on. */
async function beside(screen: Screen, home: string, folder: string): Promise<void> {
  const words = [...FLAGS, '--cli', 'serve', '--no-open', '--data', folder];
  const serving = spawn(PROGRAM, words, { env: { ...process.env, HOME: home, DISPLAY: '' }, stdio: 'ignore' });
  await pause(4000);
  await refusal(screen, home, 'in-use', folder);
  serving.kill('SIGTERM');
}
