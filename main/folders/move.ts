import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { DatabaseOpenError, storageProblem } from '#db/index.ts';
import { translate } from '#main/texts.ts';
import { type DataFolder, openDataFolder } from './dataFolder.ts';
import { inspectFolder } from './inspect.ts';
import type { Keychain } from './keychain.ts';
import { leaveMovedNote, takeBackMovedNote } from './moved.ts';
import { explainOpening } from './opening.ts';
import { isEmpty, keyFile, MOVED_NOTE } from './places.ts';
import { freeBytes } from './space.ts';

export type MoveProblem = 'notEmpty' | 'inside' | 'noAccess' | 'diskFull' | 'notSame' | 'cannotOpen';

/** Why data was not moved. What was copied is gone again; the data is where it was. */
export class MoveError extends Error {
  readonly problem: MoveProblem;
  readonly folder: string;

  constructor(problem: MoveProblem, folder: string, cause?: unknown) {
    super(`the data cannot be moved: ${problem}`, { cause });
    this.name = 'MoveError';
    this.problem = problem;
    this.folder = folder;
  }
}

export interface Moved {
  folder: string;
  /**
   * Where the old data lies aside until somebody deletes it; the old folder itself when it could not be taken out of there.
   * In the old folder a note says where the data went.
   */
  old: string;
}

interface MoveOptions {
  keychain: Keychain;
  onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** Makes the new folder the one that is opened from now on. */
  keepFolder(folder: string): void;
}

/** The lock belongs to a folder, not to the data. */
const NOT_MOVED = new Set(['in-use.lock', 'in-use.json']);

/**
 * Moves a data folder that nobody has open: copies every file, compares each copy's checksum, opens the copy, and only then
 * switches over and puts the old folder aside. Raises {@link MoveError}, or `DatabaseOpenError` when `from` cannot be opened.
 */
export async function moveDataFolder(from: string, to: string, options: MoveOptions): Promise<Moved> {
  const target = resolve(to);
  // Opening locks it, and closing the last connection brings everything into the one database file.
  const source = await openDataFolder(from, options.keychain);
  await source.db.close();
  try {
    await refuseUnfit(source, target);
    await copyOrUndo(source.path, target, options);
    switchOver(source.path, target, options);
  } finally {
    source.unlock();
  }
  return { folder: target, old: await putAside(source.path) };
}

async function refuseUnfit({ path }: DataFolder, target: string): Promise<void> {
  if (target === path || target.startsWith(path + sep) || path.startsWith(target + sep))
    throw new MoveError('inside', target);
  const { problem } = inspectFolder(target);
  if (problem) throw new MoveError(problem, target);
  if (!isEmpty(target)) throw new MoveError('notEmpty', target);
}

async function copyOrUndo(from: string, to: string, options: MoveOptions): Promise<void> {
  const made = await mkdir(to, { recursive: true, mode: 0o700 });
  try {
    await rm(join(to, MOVED_NOTE), { force: true });
    await copyFiles(from, to, options);
    const copy = await openDataFolder(to, options.keychain);
    await copy.db.close();
    copy.unlock();
  } catch (error) {
    for (const name of await readdir(to)) await rm(join(to, name), { recursive: true, force: true });
    if (made) await rm(made, { recursive: true, force: true });
    throw asMoveError(error, to);
  }
}

async function copyFiles(from: string, to: string, { onProgress }: MoveOptions): Promise<void> {
  const files = await filesOf(from);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (freeBytes(to) < total * 1.1) throw new MoveError('diskFull', to);
  let done = 0;
  for (const { path, size } of files) {
    await copyChecked(path, join(to, relative(from, path)));
    done += size;
    onProgress?.(done, total);
  }
}

async function filesOf(folder: string): Promise<Array<{ path: string; size: number }>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !NOT_MOVED.has(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  // The key comes last: without it a copy that was broken off is no second clinic.
  const inOrder = paths.sort((a, b) => Number(a === keyFile(folder)) - Number(b === keyFile(folder)));
  return Promise.all(inOrder.map(async (path) => ({ path, size: (await stat(path)).size })));
}

async function copyChecked(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  await handle.sync().finally(() => handle.close());
  if ((await checksum(from)) !== (await checksum(to))) throw new MoveError('notSame', to);
}

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The note comes first: wherever the program is killed after that, nobody finds a place for a new clinic at the old one. */
function switchOver(from: string, to: string, { keepFolder }: MoveOptions): void {
  try {
    leaveMovedNote(from, to);
    keepFolder(to);
  } catch (error) {
    takeBackMovedNote(from);
    throw asMoveError(error, from);
  }
}

/** Takes the old data out of its folder, which keeps only the note; what cannot be taken out stays as it is. */
async function putAside(folder: string): Promise<string> {
  const aside = `${folder} (moved ${new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')})`;
  try {
    await mkdir(aside, { mode: 0o700 });
    for (const name of await readdir(folder)) {
      if (name !== MOVED_NOTE) await rename(join(folder, name), join(aside, name));
    }
    return aside;
  } catch {
    return folder;
  }
}

function asMoveError(error: unknown, folder: string): MoveError {
  if (error instanceof MoveError) return error;
  if (error instanceof DatabaseOpenError) return new MoveError('cannotOpen', folder, error);
  return new MoveError(storageProblem(error) === 'full' ? 'diskFull' : 'noAccess', folder, error);
}

/** Why the data was not moved, in words. */
export function explainMove({ problem, folder, cause }: MoveError): string {
  if (problem === 'cannotOpen') return explainOpening(cause, folder).sentence;
  return translate(`folders.move.${problem}`, { folder });
}
