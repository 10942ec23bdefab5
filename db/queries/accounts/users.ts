import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { user } from '#db/schema/accounts/accounts.ts';
import { prepared } from '#db/sqlite/prepared.ts';

/** A user's account as it is stored, with the hash of the password: never to be shown whole. */
export type User = typeof user.$inferSelect;
/** What a new account is made of. */
export type NewUser = Omit<typeof user.$inferInsert, 'id' | 'version'>;
/** What may change on an account. */
export type UserChanges = Partial<Omit<NewUser, 'createdAt' | 'createKey' | 'joinedAt'>>;

const byId = prepared((reader: Reader) =>
  reader
    .select()
    .from(user)
    .where(eq(user.id, sql.placeholder('id')))
    .prepare(),
);

/** The user with this id, active or not, or undefined. */
export async function getUser(reader: Reader, id: number): Promise<User | undefined> {
  return byId(reader).get({ id });
}

/** The user of this name, as uniqueness compares it (see `usernameKey`), or undefined. */
export async function userNamed(reader: Reader, usernameKey: string): Promise<User | undefined> {
  return reader.select().from(user).where(eq(user.usernameKey, usernameKey)).get();
}

/** Whether there is any user at all. */
export async function hasUsers(reader: Reader): Promise<boolean> {
  return reader.select({ id: user.id }).from(user).limit(1).get() !== undefined;
}

/** The user that a form with this create key has made, or undefined. */
export async function userMadeBy(reader: Reader, createKey: string): Promise<User | undefined> {
  return reader.select().from(user).where(eq(user.createKey, createKey)).get();
}

/** Adds a user. Raises SQLite's constraint error when the name is taken. */
export async function insertUser(tx: Writer, values: NewUser): Promise<User> {
  return tx.insert(user).values(values).returning().get();
}

/** Changes a user who is still as `before`. Returns the new row, or undefined when somebody else was first. */
export async function updateUser(
  tx: Writer,
  { id, version }: User,
  changes: UserChanges & { updatedAt: number },
): Promise<User | undefined> {
  return tx
    .update(user)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(user.id, id), eq(user.version, version)))
    .returning()
    .get();
}

/** Changes what stands in no form of the user, such as the password; the version stays, so that no open form collides. */
export async function amendUser(tx: Writer, id: number, changes: UserChanges): Promise<void> {
  await tx.update(user).set(changes).where(eq(user.id, id));
}
