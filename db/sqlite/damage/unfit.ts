import { existsSync } from 'node:fs';
import { DatabaseOpenError } from '#db/errors.ts';
import { connect } from '../connection.ts';
import { toOpenError } from '../openError.ts';
import { firstPage, pagesOf } from './file.ts';
import { pagesInLog } from './log.ts';

/**
 * Looks at a database before SQLite may write to it, and changes nothing. SQLite makes a new database of a file that is too
 * short for a page, and writes what the log beside it holds into a file that is damaged or another clinic's; then it removes
 * the log. Raises `DatabaseOpenError` (`damaged`, `wrongKey` or what keeps it from being read). Answers whether anything was
 * ever stored in it.
 */
export function lookBeforeOpening(file: string, key: Buffer): { isUsed: boolean } {
  try {
    const pages = pagesOf(file);
    if (pages < 1) throw new DatabaseOpenError('damaged');
    const first = firstPage(file, key);
    if (first !== 'sound') throw new DatabaseOpenError(first === 'damaged' ? 'damaged' : 'wrongKey');
    const { sqlite } = connect(file, key, { readonly: true });
    try {
      refuseMissingPages(sqlite.pragma('page_count', { simple: true }) as number, pages, `${file}-wal`);
      return { isUsed: sqlite.prepare('select 1 from sqlite_schema limit 1').get() !== undefined };
    } finally {
      sqlite.close();
    }
  } catch (error) {
    throw toOpenError(error);
  }
}

/** A file that was cut off lacks pages, unless the log has them: they are moved into the file later. */
function refuseMissingPages(needed: number, there: number, log: string): void {
  if (needed <= there) return;
  const logged = existsSync(log) ? pagesInLog(log) : new Set<number>();
  for (let page = there + 1; page <= needed; page += 1) {
    if (!logged.has(page)) throw new DatabaseOpenError('damaged');
  }
}
