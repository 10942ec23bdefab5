import { and, eq, getTableColumns } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { profile } from '#db/schema/accounts/profile.ts';

/** What a user says of themselves; its id is the user's. */
export type Profile = typeof profile.$inferSelect & { id: number };
/** What a new profile is made of. */
export type NewProfile = Omit<typeof profile.$inferInsert, 'version'>;
/** What may change on a profile; `updatedAt` always does. */
export type ProfileChanges = Partial<Omit<NewProfile, 'userId' | 'createdAt'>> & { updatedAt: number };

const columns = { ...getTableColumns(profile), id: profile.userId };

/** The profile of this user, or undefined where there is none yet. */
export async function getProfile(reader: Reader, userId: number): Promise<Profile | undefined> {
  return reader.select(columns).from(profile).where(eq(profile.userId, userId)).get();
}

/** Adds a user's profile. Raises SQLite's constraint error when there is one. */
export async function insertProfile(tx: Writer, values: NewProfile): Promise<Profile> {
  return tx.insert(profile).values(values).returning(columns).get();
}

/** Changes a profile that is still as `before`. Returns the new row, or undefined when somebody else was first. */
export async function updateProfile(
  tx: Writer,
  { userId, version }: Profile,
  changes: ProfileChanges,
): Promise<Profile | undefined> {
  return tx
    .update(profile)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(profile.userId, userId), eq(profile.version, version)))
    .returning(columns)
    .get();
}
