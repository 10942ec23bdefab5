import type { SqliteConnection } from './connection.ts';

/** Runs changes on a connection of one's own: all of them are kept, or none. */
export async function inTransaction<T>(sqlite: SqliteConnection, changes: () => Promise<T>): Promise<T> {
  sqlite.exec('begin immediate');
  try {
    const result = await changes();
    sqlite.exec('commit');
    return result;
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    throw error;
  }
}

interface SchemaObject {
  type: 'index' | 'trigger';
  name: string;
  sql: string;
}

/**
 * Takes the indexes and triggers off a table for a load of many rows; the returned function puts them back as they were.
 * Both belong into the one transaction of the load, so that no crash can leave the table without them.
 */
export function withoutIndexes(sqlite: SqliteConnection, table: string): () => void {
  const select = `select type, name, sql from sqlite_schema
    where tbl_name = ? and type in ('index', 'trigger') and sql is not null`;
  const objects = sqlite.prepare(select).all(table) as SchemaObject[];
  for (const { type, name } of objects) sqlite.exec(`drop ${type} "${name}"`);
  return () => {
    for (const { sql } of objects) sqlite.exec(sql);
  };
}

/**
 * Lets an FTS5 table grow in few large pieces; the returned function makes one piece of them, in which looking things up
 * takes half the time, and sets FTS5's own defaults again. Both belong into the one transaction of the load.
 */
export function withoutMerging(sqlite: SqliteConnection, table: string): () => void {
  const set = (option: string, value: number) =>
    sqlite.exec(`insert into "${table}" ("${table}", rank) values ('${option}', ${value})`);
  set('automerge', 0);
  set('hashsize', 64 * 1024 * 1024);
  return () => {
    sqlite.exec(`insert into "${table}" ("${table}") values ('optimize')`);
    set('automerge', 4);
    set('hashsize', 1024 * 1024);
  };
}
