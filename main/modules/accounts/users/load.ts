import type { UserChoice, UserRecord, UserRow } from '#contract/accounts/users.ts';
import { fullName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { rightsOf } from '#db/queries/accounts/rights.ts';
import { listMemberships, listUsers as storedUsers } from '#db/queries/accounts/userLists.ts';
import { getUser, type User } from '#db/queries/accounts/users.ts';
import { notFound } from '#main/refusal.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import type { DoctorsOfUsers } from './doctors.ts';

/** The stored row; raises NOT_FOUND. */
export async function existingUser(reader: Reader, id: number): Promise<User> {
  const row = await getUser(reader, id);
  if (!row) throw notFound();
  return row;
}

/** A user as the administration's form shows them. Raises NOT_FOUND. */
export async function loadUserRecord(reader: Reader, id: number, doctors: DoctorsOfUsers): Promise<UserRecord> {
  return withLinks(reader, await existingUser(reader, id), doctors);
}

/** A stored user together with what they are linked with. */
export async function withLinks(reader: Reader, row: User, doctors: DoctorsOfUsers): Promise<UserRecord> {
  const rights = await rightsOf(reader, row.id);
  return {
    ...row,
    groupIds: rights.groups.map((entry) => entry.id),
    permissions: [...rights.own].sort(),
    doctorId: (await doctors.of(reader, [row.id])).get(row.id) ?? null,
    hasPassword: row.passwordHash !== null,
    hasSecondFactor: await hasSecondFactor(reader, row.id),
  };
}

export interface UserQuery {
  text: string;
  status: 'active' | 'inactive' | 'awaiting' | 'all';
  groupId?: number | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of users by username. The users of a clinic are few: what was typed is looked for here, in any of their names. */
export async function listUsers(reader: Reader, query: UserQuery): Promise<{ rows: UserRow[]; next: string | null }> {
  const { text, cursor, limit, ...filters } = query;
  const stored = await storedUsers(reader, { ...filters, after: cursor });
  const wanted = stored.filter((row) => isMeant(row, text));
  const page = wanted.slice(0, limit);
  const ids = page.map((row) => row.id);
  const memberships = await listMemberships(reader, ids);
  const groupsOf = (id: number) => memberships.filter(({ userId }) => userId === id).map(({ name }) => name);
  const rows = page.map((row) => ({ ...row, groups: groupsOf(row.id) }));
  return { rows, next: wanted.length > page.length ? (page.at(-1)?.usernameKey ?? null) : null };
}

const MOST_CHOICES = 200;

/** Active users whose names or username hold what was typed, with the doctor each is linked to. */
export async function listUserChoices(reader: Reader, text: string, doctors: DoctorsOfUsers): Promise<UserChoice[]> {
  const active = await storedUsers(reader, { status: 'active' });
  const page = active.filter((row) => isMeant(row, text)).slice(0, MOST_CHOICES);
  const ids = page.map(({ id }) => id);
  const linked = await doctors.of(reader, ids);
  return page.map((row) => ({ ...row, doctorId: linked.get(row.id) ?? null }));
}

/** For comparing what was typed: small letters, no accents. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function isMeant(row: User, text: string): boolean {
  const all = folded(`${row.username} ${fullName(row)} ${row.email}`);
  return folded(text)
    .split(/\s+/u)
    .every((word) => all.includes(word));
}
