import type { Database } from '#db/index.ts';
import { signInsOf } from '#db/queries/accounts/signIns.ts';
import type { Notice } from './notice.ts';

/** "Last sign-in: yesterday at the front desk, one failed attempt since" -- of the time before the sign-in that just was. */
export async function lastSignInNotice(db: Database, userId: number): Promise<Notice | null> {
  const [, ...before] = await db.read((reader) => signInsOf(reader, userId, { limit: 200 }));
  const last = before.findIndex((row) => row.outcome === 'success');
  const row = before[last];
  if (!row) return null;
  const level = last > 0 ? 'warning' : 'info';
  return { level, key: 'accounts.lastSignIn', params: { at: row.at, workstation: row.workstation, count: last } };
}
