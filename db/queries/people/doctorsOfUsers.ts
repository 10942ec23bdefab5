import { inArray } from 'drizzle-orm';
import type { Reader } from '#db/index.ts';
import { doctor } from '#db/schema/people/doctor.ts';

/** The doctors whose accounts these are, by user. */
export async function doctorsOfUsers(reader: Reader, userIds: number[]): Promise<Map<number, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await reader
    .select({ id: doctor.id, userId: doctor.userId })
    .from(doctor)
    .where(inArray(doctor.userId, userIds));
  return new Map(rows.flatMap(({ id, userId }) => (userId === null ? [] : [[userId, id] as const])));
}
