import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SqliteConnection, sqliteBeneath } from '#db/sqlite/connection.ts';
import { temporaryDatabase } from '#test/support/database.ts';
import { carriedAcross } from '#test/support/olderData.ts';

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
    const { entries } = JSON.parse(readFileSync('db/sqlite/migrations/meta/_journal.json', 'utf8')) as {
      entries: Array<{ tag: string }>;
    };
    expect(entries.map(({ tag }) => tag).filter((tag) => !/^\d{4}_[a-z]+(_[a-z]+)*$/.test(tag))).toEqual([]);
  });
});

describe('data of older programs', () => {
  const day = 86_400_000;

  it('keeps its first passwords, which expire a week after they were set', async () => {
    const user = (id: number, name: string, mustChange: number) =>
      `(${id}, '${name}', '${name}', '${name}', 'hash', ${mustChange}, ${day}, 0, 0, 0)`;
    const expiry = await carriedAcross(
      '0003_first_passwords_expire',
      (sqlite) =>
        sqlite.exec(`insert into user (id, username, username_key, family_name, password_hash, must_change_password,
          password_changed_at, joined_at, created_at, updated_at) values ${user(1, 'ada', 0)}, ${user(2, 'sam', 1)}`),
      (sqlite) => sqlite.prepare('select password_expires_at from user order by id').pluck().all(),
    );
    expect(expiry).toEqual([null, 8 * day]);
  });

  it('calls each row of the audit what was done, where that can be known', async () => {
    const rows = [
      ['patients.archive', 'delete', 'patient', 'ok', { changed: { status: ['active', 'archived'] } }, 'archive'],
      ['admin.action', 'update', 'patient', 'ok', { changed: { status: ['archived', 'active'] } }, 'restore'],
      ['photos.remove', 'delete', 'patient', 'ok', { photo: 'removed' }, 'update'],
      ['users.create', 'create', 'doctor', 'ok', { changed: { userId: [null, 2] } }, 'update'],
      ['users.create', 'create', 'user', 'ok', { created: 'sam' }, 'create'],
      ['admin.action', 'delete', 'user', 'ok', { changed: { isActive: [true, false] } }, 'deactivate'],
      ['users.activate', 'update', 'user', 'ok', { changed: { isActive: [false, true] } }, 'activate'],
      ['doctors.archive', 'delete', 'doctor', 'IN_USE', null, 'archive'],
      ['groups.delete', 'delete', 'group', 'ok', { deleted: 'Trainees' }, 'delete'],
      ['patients.update', 'update', 'patient', 'ok', { changed: { city: ['Bonn', 'Kiel'] } }, 'update'],
      ['patients.get', 'read', 'patient', 'ok', null, 'read'],
    ] as const;
    const fill = (sqlite: SqliteConnection) => {
      const insert = sqlite.prepare(
        "insert into audit_event (at, procedure, action, entity, outcome, details, workstation) values (1, ?, ?, ?, ?, ?, 'W')",
      );
      for (const [procedure, action, entity, outcome, details] of rows)
        insert.run(procedure, action, entity, outcome, details && JSON.stringify(details));
    };
    const acts = await carriedAcross('0004_audit_names_the_act', fill, (sqlite) => {
      expect(() => sqlite.exec("update audit_event set action = 'read'")).toThrow('audit rows are never changed');
      return sqlite.prepare('select action from audit_event order by id').pluck().all();
    });
    expect(acts).toEqual(rows.map((row) => row[5]));
  });

  it('calls what an import did to each record what it was, where that can be known', async () => {
    const rows = [
      ['imports.start', 'import', 1, { created: true }, 'create'],
      ['cli.import', 'import', 1, { changed: { city: ['Bonn', 'Kiel'] } }, 'update'],
      ['imports.demo', 'import', 2, null, 'create'],
      ['imports.start', 'import', null, null, 'import'],
      ['imports.demo', 'import', null, { demo: true, patients: 3, seed: 1 }, 'import'],
      ['patients.update', 'update', 1, { changed: { city: ['Kiel', 'Bonn'] } }, 'update'],
    ] as const;
    const fill = (sqlite: SqliteConnection) => {
      const insert = sqlite.prepare(
        `insert into audit_event (at, procedure, action, entity, entity_id, outcome, details, workstation)
          values (1, ?, ?, 'patient', ?, 'ok', ?, 'W')`,
      );
      for (const [procedure, action, id, details] of rows)
        insert.run(procedure, action, id, details && JSON.stringify(details));
    };
    const acts = await carriedAcross('0010_audit_of_imports', fill, (sqlite) => {
      expect(() => sqlite.exec("update audit_event set action = 'read'")).toThrow('audit rows are never changed');
      return sqlite.prepare('select action from audit_event order by id').pluck().all();
    });
    expect(acts).toEqual(rows.map((row) => row[4]));
  });

  it('keeps its made-up doctors, in colours that their form offers', async () => {
    const doctor = (id: number, colour: string) => `(${id}, 'Chen', 'chen', '${colour}', '[]', 0, 0)`;
    const colours = await carriedAcross(
      '0005_doctor_colours_of_the_form',
      (sqlite) =>
        sqlite.exec(`insert into doctor (id, family_name, sort_name, colour, working_hours, created_at, updated_at)
          values ${doctor(1, 'teal')}, ${doctor(2, 'indigo')}`),
      (sqlite) => sqlite.prepare('select colour from doctor order by id').pluck().all(),
    );
    expect(colours).toEqual(['teal', 'violet']);
  });
});
