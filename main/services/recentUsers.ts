import * as z from 'zod';
import { plainName } from '#contract/ground/names.ts';
import type { Database } from '#db/index.ts';
import { activeUsersNamed } from '#db/queries/accounts/signInNames.ts';
import type { DeviceStore } from '#main/ports.ts';
import { usernameKey } from './users.ts';

const MOST_TILES = 8;
const stored = z.array(z.string());

/** Usernames that signed in on this computer, latest first. */
function remembered(device: DeviceStore): string[] {
  return stored.catch([]).parse(device.get('recentUsernames'));
}

/** Puts a user first among the recent users of this computer. */
export function rememberRecentUser(device: DeviceStore, username: string): void {
  const others = remembered(device).filter((known) => usernameKey(known) !== usernameKey(username));
  device.set('recentUsernames', [username, ...others].slice(0, MOST_TILES));
}

export function forgetRecentUser(device: DeviceStore, username: string): void {
  device.set(
    'recentUsernames',
    remembered(device).filter((known) => usernameKey(known) !== usernameKey(username)),
  );
}

/** The active people among those who signed in here, with the name and photo that are shown of them. */
export async function recentUsersOf(db: Database, device: DeviceStore) {
  const keys = remembered(device).map(usernameKey);
  if (keys.length === 0) return [];
  const rows = await db.read((reader) => activeUsersNamed(reader, keys));
  return rows
    .sort((a, b) => keys.indexOf(a.usernameKey) - keys.indexOf(b.usernameKey))
    .map((row) => ({ username: row.username, name: plainName(row), photoId: row.photoId }));
}
