import type { Statement } from 'better-sqlite3';
import type { Reader } from '#db/engine.ts';
import { type SqliteConnection, sqliteBeneath } from './connection.ts';

/**
 * Makes a query that is built and prepared once per connection and then only run:
 * `const byId = prepared((r) => r.select()….prepare())`, later `byId(reader).get({ id })`.
 */
export function prepared<R extends Reader, Q>(build: (reader: R) => Q): (reader: R) => Q {
  const made = new WeakMap<R, Q>();
  return (reader) => {
    const known = made.get(reader);
    if (known) return known;
    const query = build(reader);
    made.set(reader, query);
    return query;
  };
}

const statements = new WeakMap<SqliteConnection, Map<string, Statement>>();

/** SQLite's own prepared statement for `sql`, made once per connection. For `db/` only. */
export function statement(reader: Reader, sql: string): Statement {
  const sqlite = sqliteBeneath(reader);
  let known = statements.get(sqlite);
  if (!known) {
    known = new Map();
    statements.set(sqlite, known);
  }
  let made = known.get(sql);
  if (!made) {
    made = sqlite.prepare(sql);
    known.set(sql, made);
  }
  return made;
}
