import { sql } from 'drizzle-orm';
import type { Database } from '#db/index.ts';
import { pageCount } from '#db/schema/index.ts';
import type { Clock } from '#main/ports.ts';

const FLUSH_AFTER_MS = 2_000;

export interface PageCounts {
  /** Counts a visit; written a moment later together with others. */
  visit(page: string, userId: number): void;
  flush(): Promise<void>;
}

export function createPageCounts(db: Database, clock: Clock, onFault: (error: unknown) => void): PageCounts {
  let visits = new Map<string, { page: string; userId: number; visits: number; lastAt: number }>();
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const rows = [...visits.values()];
    visits = new Map();
    if (rows.length === 0) return;
    await db.write(async (tx) => {
      await tx
        .insert(pageCount)
        .values(rows)
        .onConflictDoUpdate({
          target: [pageCount.page, pageCount.userId],
          set: { visits: sql`visits + excluded.visits`, lastAt: sql`excluded.last_at` },
        });
    });
  };

  return {
    visit(page, userId) {
      const key = `${userId} ${page}`;
      const before = visits.get(key)?.visits ?? 0;
      visits.set(key, { page, userId, visits: before + 1, lastAt: clock.now() });
      timer ??= setTimeout(() => flush().catch(onFault), FLUSH_AFTER_MS);
    },
    flush,
  };
}
