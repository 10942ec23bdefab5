import { sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { pageCount } from '#db/schema/system.ts';

/** How often somebody was on a page, and when last. */
export type PageCount = typeof pageCount.$inferSelect;

/** All visits of all pages by everybody. */
export async function allPageCounts(reader: Reader): Promise<PageCount[]> {
  return reader.select().from(pageCount);
}

/** Adds visits to those there were. */
export async function addPageCounts(tx: Writer, rows: PageCount[]): Promise<void> {
  await tx
    .insert(pageCount)
    .values(rows)
    .onConflictDoUpdate({
      target: [pageCount.page, pageCount.userId],
      set: { visits: sql`visits + excluded.visits`, lastAt: sql`excluded.last_at` },
    });
}
