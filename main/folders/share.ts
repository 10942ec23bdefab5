import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { logFolder } from '#main/adapters/log.ts';
import { isShared } from './places.ts';

/** In a folder that a group of users shares, lets the others of the group open what this one made. Not needed on Windows. */
export function shareWithGroup(folder: string): void {
  if (process.platform === 'win32' || !isShared(folder)) return;
  for (const path of [folder, logFolder(folder)]) {
    for (const entry of readdirSync(path, { withFileTypes: true })) widen(join(path, entry.name));
  }
}

function widen(path: string): void {
  try {
    const { mode } = statSync(path);
    chmodSync(path, (mode & 0o770) | ((mode & 0o700) >> 3));
  } catch {
    // Somebody else's file: they have shared it already.
  }
}
