import { and, asc, eq, gt, inArray, type SQL } from 'drizzle-orm';
import type { UserChoice, UserRecord, UserRow } from '#contract/accounts/users.ts';
import { fullName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { doctor, group, user, userGroup } from '#db/schema/index.ts';
import { notFound } from '#main/refusal.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { rightsOf, type UserRow as StoredUser, userRowById } from '#main/services/users.ts';

/** The stored row; raises NOT_FOUND. */
export function existingUser(reader: Reader, id: number): StoredUser {
  const row = userRowById(reader, id);
  if (!row) throw notFound();
  return row;
}

/** A user as the administration's form shows him. Raises NOT_FOUND. */
export async function loadUserRecord(reader: Reader, id: number): Promise<UserRecord> {
  const row = existingUser(reader, id);
  const rights = rightsOf(reader, id);
  const [linked] = await reader.select({ id: doctor.id }).from(doctor).where(eq(doctor.userId, id));
  return {
    ...row,
    groupIds: rights.groups.map((entry) => entry.id),
    permissions: [...rights.own].sort(),
    doctorId: linked?.id ?? null,
    hasPassword: row.passwordHash !== null,
    hasSecondFactor: await hasSecondFactor(reader, id),
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
  const stored = await reader
    .select()
    .from(user)
    .where(and(...conditions(reader, query)))
    .orderBy(asc(user.usernameKey));
  const wanted = stored.filter((row) => isMeant(row, query.text));
  const page = wanted.slice(0, query.limit);
  const groups = await groupNames(
    reader,
    page.map((row) => row.id),
  );
  const rows = page.map((row) => ({ ...row, groups: groups.get(row.id) ?? [] }));
  return { rows, next: wanted.length > page.length ? (page.at(-1)?.usernameKey ?? null) : null };
}

const MOST_CHOICES = 200;

/** Active users whose names or username hold what was typed, with the doctor each is linked to. */
export async function listUserChoices(reader: Reader, text: string): Promise<UserChoice[]> {
  const stored = await reader
    .select({ row: user, doctorId: doctor.id })
    .from(user)
    .leftJoin(doctor, eq(doctor.userId, user.id))
    .where(eq(user.isActive, true))
    .orderBy(asc(user.usernameKey));
  const wanted = stored.filter(({ row }) => isMeant(row, text)).slice(0, MOST_CHOICES);
  return wanted.map(({ row, doctorId }) => ({ ...row, doctorId }));
}

function conditions(reader: Reader, { status, groupId, cursor }: UserQuery): Array<SQL | undefined> {
  const members = () =>
    reader
      .select({ id: userGroup.userId })
      .from(userGroup)
      .where(eq(userGroup.groupId, groupId ?? 0));
  return [
    cursor === undefined ? undefined : gt(user.usernameKey, cursor),
    status === 'active' ? eq(user.isActive, true) : undefined,
    status === 'inactive' ? and(eq(user.isActive, false), eq(user.awaitsApproval, false)) : undefined,
    status === 'awaiting' ? and(eq(user.isActive, false), eq(user.awaitsApproval, true)) : undefined,
    groupId === undefined ? undefined : inArray(user.id, members()),
  ];
}

/** For comparing what was typed: small letters, no accents. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function isMeant(row: StoredUser, text: string): boolean {
  const all = folded(`${row.username} ${fullName(row)} ${row.email}`);
  return folded(text)
    .split(/\s+/u)
    .every((word) => all.includes(word));
}

async function groupNames(reader: Reader, userIds: number[]): Promise<Map<number, string[]>> {
  const names = new Map<number, string[]>();
  const rows = await reader
    .select({ userId: userGroup.userId, name: group.name })
    .from(userGroup)
    .innerJoin(group, eq(group.id, userGroup.groupId))
    .where(inArray(userGroup.userId, userIds))
    .orderBy(asc(group.name));
  for (const { userId, name } of rows) names.set(userId, [...(names.get(userId) ?? []), name]);
  return names;
}
