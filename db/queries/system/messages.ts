import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { message } from '#db/schema/system.ts';

/** A notice that waits for a user. */
export type Message = typeof message.$inferSelect;
export type NewMessage = Omit<typeof message.$inferInsert, 'id'>;

/** Everybody for whom something waits. */
export async function usersWithMessages(reader: Reader): Promise<number[]> {
  const rows = await reader.selectDistinct({ userId: message.userId }).from(message);
  return rows.map(({ userId }) => userId);
}

/** Adds a notice. */
export async function insertMessage(tx: Writer, values: NewMessage): Promise<void> {
  await tx.insert(message).values(values);
}

/** Removes what waits for a user and answers it, oldest first. */
export async function takeMessages(tx: Writer, userId: number): Promise<Message[]> {
  const taken = await tx.delete(message).where(eq(message.userId, userId)).returning();
  return taken.sort((a, b) => a.id - b.id);
}
