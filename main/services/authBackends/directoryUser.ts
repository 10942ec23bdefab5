import { and, eq, inArray } from 'drizzle-orm';
import { username as usernameSchema } from '#contract/accounts.ts';
import type { LdapSettings } from '#contract/policy.ts';
import type { Database, Writer } from '#db/index.ts';
import { user, userGroup } from '#db/schema/index.ts';
import { emailKey, type UserRow, usernameKey } from '../users.ts';

/** A person as a directory describes him. */
export interface DirectoryEntry {
  username: string;
  givenName: string;
  familyName: string;
  email: string;
  /** Names of the groups he is in there. */
  groups: string[];
}

type GroupMap = LdapSettings['groups'];

/**
 * The id of the local user of a directory entry, who is made at his first sign-in and brought up to date at every
 * other. Null when the name belongs to an account with a password of ours: a directory must not take that over.
 */
export function saveDirectoryUser(
  db: Database,
  now: number,
  entry: DirectoryEntry,
  map: GroupMap,
): Promise<number | null> {
  return db.write(async (tx) => {
    const key = usernameKey(entry.username);
    const [known] = await tx.select().from(user).where(eq(user.usernameKey, key));
    if (known && known.source !== 'ldap') return null;
    const row = known ? await refreshed(tx, known, entry, now) : await inserted(tx, entry, now);
    if (row) await followGroups(tx, row.id, entry, map);
    return row?.id ?? null;
  });
}

const valuesOf = (entry: DirectoryEntry) => ({
  givenName: entry.givenName.slice(0, 120),
  familyName: entry.familyName.slice(0, 120),
  email: emailKey(entry.email).slice(0, 254),
});

async function inserted(tx: Writer, entry: DirectoryEntry, now: number): Promise<UserRow | undefined> {
  const username = usernameSchema.safeParse(entry.username.normalize('NFKC'));
  if (!username.success) return undefined;
  const [row] = await tx
    .insert(user)
    .values({
      ...valuesOf(entry),
      username: username.data,
      usernameKey: usernameKey(username.data),
      source: 'ldap',
      joinedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  return row;
}

async function refreshed(tx: Writer, known: UserRow, entry: DirectoryEntry, now: number): Promise<UserRow | undefined> {
  const values = valuesOf(entry);
  const same = (Object.keys(values) as Array<keyof typeof values>).every((name) => known[name] === values[name]);
  if (same) return known;
  const changes = { ...values, version: known.version + 1, updatedAt: now };
  const [row] = await tx.update(user).set(changes).where(eq(user.id, known.id)).returning();
  return row;
}

/** Membership of the groups that are mapped follows the directory; all others are ours. */
async function followGroups(tx: Writer, userId: number, entry: DirectoryEntry, map: GroupMap): Promise<void> {
  if (map.length === 0) return;
  const inDirectory = new Set(entry.groups.map((dn) => dn.toLowerCase()));
  const wanted = new Set(map.filter(({ dn }) => inDirectory.has(dn.toLowerCase())).map(({ groupId }) => groupId));
  const unwanted = map.map(({ groupId }) => groupId).filter((groupId) => !wanted.has(groupId));
  if (unwanted.length > 0) {
    await tx.delete(userGroup).where(and(eq(userGroup.userId, userId), inArray(userGroup.groupId, unwanted)));
  }
  if (wanted.size > 0) {
    const rows = [...wanted].map((groupId) => ({ userId, groupId }));
    await tx.insert(userGroup).values(rows).onConflictDoNothing();
  }
}
