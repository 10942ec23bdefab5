import { and, asc, eq, gt, inArray, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/index.ts';
import { group, user, userGroup } from '#db/schema/accounts/accounts.ts';
import type { User } from './users.ts';

/** Which users: all when nothing is said. */
export interface UserFilters {
  status?: 'active' | 'inactive' | 'awaiting' | 'all' | undefined;
  groupId?: number | undefined;
  /** Those after this username, as it is compared. */
  after?: string | undefined;
}

/** The users by username. */
export async function listUsers(reader: Reader, filters: UserFilters = {}): Promise<User[]> {
  return reader
    .select()
    .from(user)
    .where(and(...conditions(reader, filters)))
    .orderBy(asc(user.usernameKey));
}

/** Somebody's being in a group. */
export interface Membership {
  userId: number;
  id: number;
  name: string;
}

/** The groups of these users by name; of all users when left out. */
export async function listMemberships(reader: Reader, userIds?: number[]): Promise<Membership[]> {
  return reader
    .select({ userId: userGroup.userId, id: group.id, name: group.name })
    .from(userGroup)
    .innerJoin(group, eq(group.id, userGroup.groupId))
    .where(userIds && inArray(userGroup.userId, userIds))
    .orderBy(asc(group.name));
}

function conditions(reader: Reader, { status, groupId, after }: UserFilters): Array<SQL | undefined> {
  const membersOf = (id: number) =>
    reader.select({ id: userGroup.userId }).from(userGroup).where(eq(userGroup.groupId, id));
  return [
    after === undefined ? undefined : gt(user.usernameKey, after),
    status === 'active' ? eq(user.isActive, true) : undefined,
    status === 'inactive' ? and(eq(user.isActive, false), eq(user.awaitsApproval, false)) : undefined,
    status === 'awaiting' ? and(eq(user.isActive, false), eq(user.awaitsApproval, true)) : undefined,
    groupId === undefined ? undefined : inArray(user.id, membersOf(groupId)),
  ];
}
