import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadDemo } from '#db/demo/loadDemo.ts';
import { sqliteBeneath } from '#db/sqlite/connection.ts';
import { openRemaker } from '#db/sqlite/search/remake.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { clinic as command } from '#test/main/cli/support.ts';
import { startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/database.ts';

/** Patients whom an older version stored are found by the words of this one. */

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'clinic-terms-')), 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A folder as a version left it that knew no spelled out umlauts: Müller was not found as Mueller, sorted by an older
 * folding, and a word was in the dictionary that nobody has by now.
 */
async function olderClinic(others = 0): Promise<{ file: string; key: Buffer }> {
  const { db, key, unlock } = await openDataFolder(folder);
  await db.write(async (tx) => {
    const { id } = await addPatient(tx, { familyName: 'Müller', givenName: 'Jürgen' });
    const sqlite = sqliteBeneath(tx);
    sqlite.prepare('delete from patient_search where rowid = ?').run(id);
    sqlite
      .prepare('insert into patient_search (rowid, terms) values (?, ?)')
      .run(id, 'muller jurgen =19800101 =0101 @0');
    sqlite.exec("delete from name_word where word in ('mueller', 'juergen')");
    sqlite.exec("insert into name_word values ('oldform', 1)");
    sqlite.prepare('update patient set sort_name = ? where id = ?').run('müller jürgen', id);
    sqlite.exec("delete from counter where name like 'search_terms%'");
  });
  await db.close();
  if (others > 0) await loadDemo(db.file, key, { patients: others, seed: 1, now: Date.UTC(2026, 0, 1) });
  unlock();
  return { file: db.file, key };
}

const check = () => command(['check', '--data', folder]);

it('the check says so before, opening the data mends it, and the check is content', async () => {
  await olderClinic(120);
  const before = await check();
  expect(before.code).toBe(1);
  expect(before.out).toContain('The search was made by another version of Clinic Desk.');
  expect(before.out).toContain('1 patient is found by other words than theirs.');
  expect(before.out).toContain('3 words of the search are counted wrongly.');

  const { backend, admin } = await startClinic({}, folder);
  await backend.services.searchTerms.done;
  const { rows } = await admin.patients.search({ text: 'mueller' });
  expect(rows.map(({ familyName }) => familyName)).toContain('Müller');
  await backend.services.databaseCheck.close();
  await admin.admin.checkDatabase();
  await expect.poll(async () => (await admin.admin.health()).check?.state, { timeout: 20_000 }).not.toBe('running');
  expect((await admin.admin.health()).lastCheck).toMatchObject({ count: 0, problems: [] });
  await backend.close();
});

it('goes on where it was killed, and everybody is found meanwhile', async () => {
  const { file, key } = await olderClinic(300);
  for (let kill = 0; kill < 3; kill += 1) {
    const remaker = openRemaker(file, key);
    expect(remaker.step()).toBe(true);
    remaker.close();
  }
  const { db, unlock } = await openDataFolder(folder);
  const done = await db.read(async (reader) =>
    sqliteBeneath(reader).prepare("select value from counter where name like 'search_terms%'").pluck().all(),
  );
  expect(done).toEqual([150]);
  await db.close();
  unlock();

  const { backend, admin } = await startClinic({}, folder);
  for (const text of ['muller', 'mueller'])
    expect((await admin.patients.search({ text })).rows.map(({ familyName }) => familyName)).toContain('Müller');
  await backend.services.searchTerms.done;
  const id = (await admin.patients.search({ text: 'juergen' })).rows[0]?.id ?? 0;
  expect(await admin.patients.get({ id })).toMatchObject({ familyName: 'Müller' });
  await backend.services.searchTerms.stop();
  await backend.close();
});

it('lets others save while it goes on, and keeps what they save findable', async () => {
  await olderClinic(400);
  const { backend, admin } = await startClinic({}, folder);
  const { doctors, patients } = admin;
  await doctors.create({ createKey: crypto.randomUUID(), doctor: { familyName: 'Meanwhile' } });
  const { rows } = await patients.search({ text: 'muller' });
  const found = await patients.get({ id: rows[0]?.id ?? 0 });
  expect(found).toMatchObject({ familyName: 'Müller' });
  await backend.services.db.write((tx) => addPatient(tx, { familyName: 'Größe' }));
  await backend.services.searchTerms.done;
  for (const text of ['groesse', 'grosse', 'mueller']) expect((await patients.search({ text })).rows).not.toEqual([]);
  await backend.close();
});

it('is left alone where the terms are this program’s', async () => {
  const { backend } = await startClinic({}, folder);
  await backend.services.searchTerms.done;
  expect(backend.logged.filter(({ fault }) => fault)).toEqual([]);
  await backend.close();
});
