import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Programs that copy folders to other computers while somebody writes in them, by the names of their folders. */
const NAMES: Array<[RegExp, string]> = [
  [/^OneDrive( - .*)?$/i, 'OneDrive'],
  [/^Dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.*|My Drive)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'iCloud Drive'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud\d*$/i, 'ownCloud'],
  [/^(pCloudDrive|pCloud Drive)$/i, 'pCloud'],
  [/^(Sync|Syncthing)$/, 'Syncthing'],
];

/** What such programs leave at the top of a folder they keep, whatever it is called. */
const MARKS: Array<[RegExp, string]> = [
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^\._?sync_[0-9a-f]+\.db$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.tmp\.drivedownload$/, 'Google Drive'],
];

/** The program that would copy `folder` elsewhere behind our back, or null. */
export function syncProgram(folder: string): string | null {
  const path = resolve(folder);
  const parent = dirname(path);
  const found = byName(path) ?? byMark(path);
  return found ?? (parent === path ? null : syncProgram(parent));
}

function byName(folder: string): string | null {
  const name = folder.slice(dirname(folder).length).replace(/^[/\\]/, '');
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function byMark(folder: string): string | null {
  if (!existsSync(join(folder, '.'))) return null;
  try {
    const names = readdirSync(folder);
    return MARKS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;
  } catch {
    return null;
  }
}
