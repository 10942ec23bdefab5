import { and, eq, inArray, lt, lte } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { signInThrottle } from '#db/schema/accounts/accounts.ts';

/** Failures in a row that are held against a name, and until when a next try has to wait. */
export type Failures = typeof signInThrottle.$inferSelect;

/** What is held against this key, or undefined. */
export async function getFailures(reader: Reader, nameKey: string): Promise<Failures | undefined> {
  return reader.select().from(signInThrottle).where(eq(signInThrottle.nameKey, nameKey)).get();
}

/** Holds this against its key in place of what was held before. */
export async function putFailures(tx: Writer, { nameKey, ...values }: Failures): Promise<void> {
  await tx
    .insert(signInThrottle)
    .values({ nameKey, ...values })
    .onConflictDoUpdate({ target: signInThrottle.nameKey, set: values });
}

/** Forgets what is held against these keys. */
export async function deleteFailures(tx: Writer, nameKeys: string[]): Promise<void> {
  await tx.delete(signInThrottle).where(inArray(signInThrottle.nameKey, nameKeys));
}

/** The keys that failed last before `failedBefore` and need not wait at `now`. */
export async function oldFailures(
  reader: Reader,
  { failedBefore, now }: { failedBefore: number; now: number },
): Promise<string[]> {
  const rows = await reader
    .select({ key: signInThrottle.nameKey })
    .from(signInThrottle)
    .where(and(lt(signInThrottle.lastFailureAt, failedBefore), lte(signInThrottle.blockedUntil, now)));
  return rows.map(({ key }) => key);
}
