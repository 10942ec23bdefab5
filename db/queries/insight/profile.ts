import { eq } from 'drizzle-orm';
import type { Reader } from '#db/engine.ts';
import { profile } from '#db/schema/index.ts';

/** What a user says their job is; empty when they have not said. */
export async function jobTitleOf(reader: Reader, userId: number): Promise<string> {
  const [row] = await reader.select({ jobTitle: profile.jobTitle }).from(profile).where(eq(profile.userId, userId));
  return row?.jobTitle ?? '';
}
