import { and, desc, eq, lt } from 'drizzle-orm';
import type { Database } from '#db/index.ts';
import { signInAttempt } from '#db/schema/index.ts';
import type { Notice } from './notice.ts';

/** A page of somebody's tries to sign in, newest first. */
export function signInsOf(db: Database, userId: number, page: { before?: number | undefined; limit: number }) {
  const older = page.before === undefined ? undefined : lt(signInAttempt.id, page.before);
  return db.read(async (reader) =>
    reader
      .select()
      .from(signInAttempt)
      .where(and(eq(signInAttempt.userId, userId), older))
      .orderBy(desc(signInAttempt.id))
      .limit(page.limit),
  );
}

/** "Last sign-in: yesterday at the front desk, one failed attempt since" -- of the time before the sign-in that just was. */
export async function lastSignInNotice(db: Database, userId: number): Promise<Notice | null> {
  const [, ...before] = await signInsOf(db, userId, { limit: 200 });
  const last = before.findIndex((row) => row.outcome === 'success');
  const row = before[last];
  if (!row) return null;
  const level = last > 0 ? 'warning' : 'info';
  return { level, key: 'accounts.lastSignIn', params: { at: row.at, workstation: row.workstation, count: last } };
}
