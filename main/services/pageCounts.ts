import type { Database } from '#db/index.ts';
import { addPageCounts, type PageCount } from '#db/queries/system/pageCounts.ts';
import type { Clock } from '#main/ports.ts';

const FLUSH_AFTER_MS = 2_000;

export interface PageCounts {
  /** Counts a visit; written a moment later together with others. */
  visit(page: string, userId: number): void;
  flush(): Promise<void>;
}

export function createPageCounts(db: Database, clock: Clock, onFault: (error: unknown) => void): PageCounts {
  let visits = new Map<string, PageCount>();
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const rows = [...visits.values()];
    visits = new Map();
    if (rows.length === 0) return;
    await db.write((tx) => addPageCounts(tx, rows));
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
