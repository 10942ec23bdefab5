import type { Reader } from './connection.ts';

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
