import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sqliteBeneath } from '#db/connection.ts';
import { temporaryDatabase } from '#test/support/database.ts';

/** Tables of the search index and of the library that counts migrations; their columns are not ours to declare. */
const NOT_OURS = /^(sqlite_|__drizzle_migrations|patient_search)/;

describe('the tables', () => {
  it('are strict, every one: a text never lands in a column of numbers', async () => {
    const db = await temporaryDatabase();
    const tables = await db.read(
      async (reader) =>
        sqliteBeneath(reader)
          .prepare("select name, strict from pragma_table_list where type = 'table'")
          .all() as Array<{
          name: string;
          strict: number;
        }>,
    );
    const loose = tables.filter(({ name, strict }) => !strict && !NOT_OURS.test(name)).map(({ name }) => name);
    expect(tables.length).toBeGreaterThan(20);
    expect(loose).toEqual([]);
  });
});

describe('the migrations', () => {
  it('have names that say what they do', () => {
    const { entries } = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as {
      entries: Array<{ tag: string }>;
    };
    expect(entries.map(({ tag }) => tag).filter((tag) => !/^\d{4}_[a-z]+(_[a-z]+)*$/.test(tag))).toEqual([]);
  });
});
