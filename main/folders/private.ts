import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isOurs, isShared } from './places.ts';

/**
 * Keeps a data folder to this account: whatever the process makes from now on is nobody else's, SQLite's own files too, and
 * what is there already is closed to others, unless the folder is shared on purpose. On Windows the folder it lies in says
 * who may.
 */
export function keepPrivate(folder: string): void {
  if (process.platform === 'win32') return;
  process.umask(0o077);
  if (isShared(folder)) return;
  const names = readdirSync(folder);
  for (const name of names.filter(isOurs)) closeToOthers(join(folder, name));
  // Another folder that somebody put data into stays as it is.
  if (names.every(isOurs)) closeOne(folder);
}

/** A file, or a folder with everything in it; links are not followed. */
function closeToOthers(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isSymbolicLink()) return;
  closeOne(path);
  if (found.isDirectory()) for (const name of readdirSync(path)) closeToOthers(join(path, name));
}

function closeOne(path: string): void {
  try {
    const { mode } = lstatSync(path);
    if (mode & 0o077) chmodSync(path, mode & 0o700);
  } catch {
    // Another account's, or a disk that knows no accounts: whether it can be used at all shows in a moment.
  }
}
