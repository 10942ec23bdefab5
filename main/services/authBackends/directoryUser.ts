import type { LdapSettings } from '#contract/accounts/policy.ts';
import { username as usernameSchema } from '#contract/accounts/signIn.ts';
import type { Writer } from '#db/index.ts';
import { existingGroups } from '#db/queries/accounts/groups.ts';
import { changeGroupsOf, rightsOf } from '#db/queries/accounts/rights.ts';
import { insertUser, type User, updateUser, userNamed } from '#db/queries/accounts/users.ts';
import { saving } from '../saving.ts';
import { emailKey, usernameKey } from '../users.ts';
import { type Send, writeSending } from '../writeSending.ts';
import type { BackendNeeds } from './backend.ts';

/** A person as a directory describes them. */
export interface DirectoryEntry {
  username: string;
  givenName: string;
  familyName: string;
  email: string;
  /** Names of the groups they are in there. */
  groups: string[];
}

type GroupMap = LdapSettings['groups'];

/**
 * The id of the local user of a directory entry, who is made at their first sign-in and brought up to date at every
 * other. Null when the name belongs to an account with a password of ours: a directory must not take that over.
 */
export async function saveDirectoryUser(
  { db, signals, clock }: BackendNeeds,
  entry: DirectoryEntry,
  map: GroupMap,
): Promise<number | null> {
  const now = clock.now();
  const { result, afterCommit } = await writeSending(db, signals, async (tx, send) => {
    const known = await userNamed(tx, usernameKey(entry.username));
    if (known && known.source !== 'ldap') return null;
    const changes = valuesOf(entry);
    if (!known && !usernameSchema.safeParse(changes.username).success) return null;
    const isSame =
      known && (Object.keys(changes) as Array<keyof typeof changes>).every((key) => known[key] === changes[key]);
    const row = isSame
      ? known
      : await saving({ send }, 'user', known?.id ?? null, () => store(tx, known, changes, now));
    await followGroups(tx, send, row.id, entry, map);
    return row.id;
  });
  await afterCommit();
  return result;
}

const valuesOf = (entry: DirectoryEntry) => ({
  username: entry.username.normalize('NFKC'),
  givenName: entry.givenName.slice(0, 120),
  familyName: entry.familyName.slice(0, 120),
  email: emailKey(entry.email).slice(0, 254),
});

async function store(
  tx: Writer,
  known: User | undefined,
  changes: ReturnType<typeof valuesOf>,
  now: number,
): Promise<User> {
  const times = { joinedAt: now, createdAt: now, updatedAt: now };
  const row = known
    ? await updateUser(tx, known, { ...changes, updatedAt: now })
    : await insertUser(tx, { ...changes, ...times, usernameKey: usernameKey(changes.username), source: 'ldap' });
  if (!row) throw new Error('the user was not stored');
  return row;
}

/** Membership of the groups that are mapped, and exist, follows the directory; all others are ours. */
async function followGroups(
  tx: Writer,
  send: Send,
  userId: number,
  entry: DirectoryEntry,
  map: GroupMap,
): Promise<void> {
  const inDirectory = new Set(entry.groups.map((dn) => dn.toLowerCase()));
  const mapped = map.map(({ groupId }) => groupId);
  const wanted = map.filter(({ dn }) => inDirectory.has(dn.toLowerCase())).map(({ groupId }) => groupId);
  const existing = await existingGroups(tx, mapped);
  const current = (await rightsOf(tx, userId)).groups.map(({ id }) => id);
  const added = existing.filter((id) => wanted.includes(id) && !current.includes(id));
  const removed = current.filter((id) => mapped.includes(id) && !wanted.includes(id));
  await changeGroupsOf(tx, userId, { added, removed });
  if (added.length + removed.length > 0)
    await send('linksChanged', { entity: 'user', id: userId, links: 'groups', added, removed, userIds: [userId] });
}
