import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** The same column, written so that SQLite looks for its value row by row and takes another condition's index. */
export const unindexed = (column: SQLiteColumn): SQL => sql`+${column}`;
