import { eq } from 'drizzle-orm';
import type { Database } from '#db/index.ts';
import { signInThrottle } from '#db/schema/index.ts';
import type { Clock } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';

const FREE_FAILURES = 5;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 15 * 60_000;

/** Slows down guessing: after five failures in a row each further one doubles the wait, in the database, so a restart forgives nothing. */
export interface Throttle {
  /** Raises TOO_MANY_ATTEMPTS while the name has to wait. */
  check(nameKey: string): Promise<void>;
  failed(nameKey: string): Promise<void>;
  succeeded(nameKey: string): Promise<void>;
}

export function createThrottle(db: Database, clock: Clock): Throttle {
  const find = (nameKey: string) =>
    db.read(
      async (reader) => (await reader.select().from(signInThrottle).where(eq(signInThrottle.nameKey, nameKey)))[0],
    );
  return {
    async check(nameKey) {
      const state = await find(nameKey);
      const wait = state ? Math.min(state.blockedUntil - clock.now(), LONGEST_DELAY_MS) : 0;
      if (wait > 0) {
        const retryAfter = Math.ceil(wait / 1000);
        throw new Refusal('TOO_MANY_ATTEMPTS', {
          retryAfter,
          sentence: { key: 'errors.tooManyAttempts', params: { seconds: retryAfter } },
        });
      }
    },
    async failed(nameKey) {
      const failures = ((await find(nameKey))?.failures ?? 0) + 1;
      const row = { failures, lastFailureAt: clock.now(), blockedUntil: clock.now() + delayAfter(failures) };
      await db.write(async (tx) => {
        await tx
          .insert(signInThrottle)
          .values({ nameKey, ...row })
          .onConflictDoUpdate({ target: signInThrottle.nameKey, set: row });
      });
    },
    async succeeded(nameKey) {
      if (!(await find(nameKey))) return;
      await db.write(async (tx) => {
        await tx.delete(signInThrottle).where(eq(signInThrottle.nameKey, nameKey));
      });
    },
  };
}

/** Milliseconds to wait after so many failures in a row. */
export function delayAfter(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (failures - FREE_FAILURES), LONGEST_DELAY_MS);
}
