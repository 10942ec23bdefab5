import type { Statement } from 'better-sqlite3';
import type { Reader, Writer } from '../engine.ts';
import { beneath, type Connection, type SqliteConnection, sqliteBeneath } from './connection.ts';

/**
 * Makes a query that is built and prepared once per connection and then only run:
 * `const byId = prepared((r) => r.select()….prepare())`, later `byId(reader).get({ id })`.
 */
export function prepared<Q>(build: (reader: Reader) => Q): (reader: Reader) => Q;
export function prepared<Q>(build: (tx: Writer) => Q): (tx: Writer) => Q;
export function prepared<Q>(build: (tx: Writer) => Q): (tx: Writer) => Q {
  const made = new WeakMap<Connection, Q>();
  return (tx) => {
    const connection = beneath(tx);
    const known = made.get(connection);
    if (known) return known;
    const query = build(connection.orm);
    made.set(connection, query);
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
