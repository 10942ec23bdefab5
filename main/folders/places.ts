import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The name of the folder made inside one that holds other things already. */
const OWN_NAME = 'Clinic Desk';

/** Where the data lies unless somebody says otherwise. */
export function defaultDataFolder(): string {
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Clinic Desk', 'data');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Clinic Desk', 'data');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'clinic-desk');
}

/** The database of a data folder. */
export const databaseFile = (folder: string) => join(folder, 'clinic.db');

/** SQLite's write-ahead log: what was saved and is not in the database file yet. */
export const logFile = (folder: string) => `${databaseFile(folder)}-wal`;

/** The wrapped key of a data folder. */
export const keyFile = (folder: string) => join(folder, 'key.json');

/** The file that says where the data of a folder went. Nothing else is of ours there, unless the old data could not be put aside. */
export const MOVED_NOTE = 'moved.json';

/** Where data lies that everybody on this computer shares. On Linux an administrator makes it, for a group. */
export function sharedDataFolder(): string {
  if (process.platform === 'win32') return join(process.env.ProgramData ?? 'C:\\ProgramData', OWN_NAME, 'data');
  return process.platform === 'darwin' ? join('/Users/Shared', OWN_NAME, 'data') : '/var/lib/clinic-desk';
}

/** The folders offered at the first start; the shared one only where this user may have it. */
export function offeredFolders(): { personal: string; shared: string | null } {
  const shared = sharedDataFolder();
  const possible = process.platform !== 'linux' || existsSync(shared);
  return { personal: defaultDataFolder(), shared: possible ? shared : null };
}

/** Set up for a group (`chmod 2770`); that its group may write is what many systems make every folder. */
const FOR_A_GROUP = 0o2020;

/**
 * True for a folder that several users of this computer open, so that one user's keychain must not hold its key: the one
 * offered for that, or one that somebody has set up for a group.
 */
export function isShared(folder: string): boolean {
  const path = resolve(folder);
  if (path === resolve(sharedDataFolder())) return true;
  return process.platform !== 'win32' && existsSync(path) && (statSync(path).mode & FOR_A_GROUP) === FOR_A_GROUP;
}

const OURS =
  /^(clinic\.db(-\w+)?|(key|device|maintenance|moved|in-use)\.json(\.new)?|in-use\.lock(-\w+)?|logs|cache|sessions)$/;

/** True for the name of something that Clinic Desk puts into its data folder. */
export const isOurs = (name: string) => OURS.test(name);

/** Has this folder the clinic's data in it, or what is left of it? */
export const holdsData = (folder: string) => [databaseFile, keyFile, logFile].some((file) => existsSync(file(folder)));

/**
 * The folder that is meant when somebody points at one: itself when it has data or is empty, else one of our own inside,
 * since people point at Documents and mean "in there".
 */
export function folderMeant(chosen: string): string {
  const path = resolve(chosen.replace(/^~(?=$|[/\\])/, homedir()));
  return holdsData(path) || isEmpty(path) ? path : join(path, OWN_NAME);
}

/** True when nothing lies there but the note that data went elsewhere, or there is no such folder; false where one may not look. */
export function isEmpty(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    return readdirSync(folder).every((name) => name === MOVED_NOTE);
  } catch {
    return false;
  }
}
