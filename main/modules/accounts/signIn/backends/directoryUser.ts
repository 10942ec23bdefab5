import type { LdapSettings } from '#contract/accounts/policy.ts';
import { username as usernameSchema } from '#contract/accounts/signIn.ts';
import type { Writer } from '#db/index.ts';
import { existingGroups } from '#db/queries/accounts/groups.ts';
import { changeGroupsOf, rightsOf } from '#db/queries/accounts/rights.ts';
import { type User, userNamed } from '#db/queries/accounts/users.ts';
import { changeRecord, createRecord, type Saving } from '#main/records/save.ts';
import { emailKey, usernameKey } from '#main/services/users.ts';
import type { Send } from '#main/services/writeSending.ts';
import { userStore } from '../../users/store.ts';
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
export function saveDirectoryUser(
  { clock, write }: BackendNeeds,
  entry: DirectoryEntry,
  map: GroupMap,
): Promise<number | null> {
  return write(async (tx, change) => {
    const known = await userNamed(tx, usernameKey(entry.username));
    if (known && known.source !== 'ldap') return null;
    const values = valuesOf(entry);
    if (!known && !usernameSchema.safeParse(values.username).success) return null;
    const { id } = await store({ tx, change, now: clock.now() }, known, values);
    await followGroups(tx, change.send, id, entry, map);
    return id;
  });
}

const valuesOf = (entry: DirectoryEntry) => ({
  username: entry.username.normalize('NFKC'),
  givenName: entry.givenName.slice(0, 120),
  familyName: entry.familyName.slice(0, 120),
  email: emailKey(entry.email).slice(0, 254),
});

async function store(at: Saving, known: User | undefined, values: ReturnType<typeof valuesOf>): Promise<User> {
  const names = Object.keys(values) as Array<keyof typeof values>;
  if (known && names.every((name) => known[name] === values[name])) return known;
  if (known) return changeRecord(at, userStore, known, values);
  const made = { ...values, usernameKey: usernameKey(values.username), joinedAt: at.now, source: 'ldap' as const };
  return createRecord(at, userStore, null, () => made, { source: 'ldap' });
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
