import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqliteBeneath } from '#db/sqlite/connection.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { folderOf, patientsCsv, population } from '#test/main/modules/people/imports/support.ts';
import { clinic, failed, newFolder, spawnClinic } from './support.ts';

const tally = (created: number, skipped = 0, refused = 0) => ({ created, updated: 0, skipped, refused });

describe('clinic import', () => {
  it('prints one line of JSON, and skips everything the second time; the audit has both runs', async () => {
    const [data, folder] = [newFolder(), folderOf(population)];
    const command = ['import', 'synthea-csv', folder, '--json', '--data', data];
    const first = { patients: tally(3), practitioners: tally(2), problems: [] };
    expect(await spawnClinic(command)).toEqual({ code: 0, out: `${JSON.stringify(first)}\n`, err: '' });
    expect(JSON.parse((await clinic(command)).out)).toEqual({
      patients: tally(0, 3),
      practitioners: tally(0, 2),
      problems: [],
    });
    const checked = await clinic(['check', '--json', '--data', data]);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, patients: 3, doctors: 2, auditRows: 7, problems: [] });
  });

  it('names refused lines and still succeeds; a dry run says so', async () => {
    const folder = folderOf(patientsCsv('p1,1980-05-17,,,,Ann,Good,,F,,,,', 'p2,2999-05-17,,,,Not,Born,,F,,,,'));
    const { code, out, err } = await clinic(['import', 'synthea-csv', folder, '--dry-run', '--data', newFolder()]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Dry run: nothing was changed.');
    expect(out).toContain('Patients: 1 new, 0 updated, 0 unchanged, 1 refused');
    expect(out).toContain('patients.csv, 3: The date of birth 2999-05-17 lies in the future.');
  });

  it('fails in one line where there is nothing to import', async () => {
    const [data, notFhir] = [newFolder(), join(folderOf({ 'notes.json': 'hello' }), 'notes.json')];
    expect(await clinic(['import', 'fhir', '/nowhere/at/all', '--json', '--data', data])).toEqual(
      failed(/There is no file or folder \/nowhere/),
    );
    expect(await spawnClinic(['import', 'fhir', notFhir, '--json', '--data', data])).toEqual(
      failed(/^notes.json cannot be imported\. This is not FHIR/),
    );
    expect(await clinic(['import', 'pdf', notFhir, '--data', data])).toEqual(failed(/pdf/));
  });
});

describe('clinic demo, migrate and check', () => {
  it('adds demo patients', async () => {
    const data = newFolder();
    const { code, out } = await clinic(['demo', '--patients', '200', '--seed', '7', '--json', '--data', data]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ patients: { created: 200 }, practitioners: { created: 10 } });
    expect(await clinic(['demo', '--patients', 'many', '--data', data])).toEqual(failed(/whole number/));
    expect(JSON.parse((await clinic(['migrate', '--check', '--json', '--data', data])).out)).toMatchObject({
      pending: [],
    });
  });

  it('notes in the log what a start has migrated, and nothing when there was nothing', async () => {
    const data = newFolder();
    const notes = () => readFileSync(join(data, 'logs', 'clinic-desk.log'), 'utf8').match(/"msg":"migrated"/g)?.length;
    await clinic(['demo', '--patients', '1', '--data', data]);
    expect(notes()).toBe(1);
    await clinic(['demo', '--patients', '1', '--data', data]);
    expect(notes()).toBe(1);
    expect(readFileSync(join(data, 'logs', 'clinic-desk.log'), 'utf8')).toContain('0000_tables');
  });

  it('tells what is wrong with a data folder', async () => {
    const path = newFolder();
    const { db, unlock } = await openDataFolder(path);
    await db.write(async (tx) => {
      const sqlite = sqliteBeneath(tx);
      sqlite.exec("insert into patient_search (rowid, terms) values (99, 'nobody')");
      sqlite.exec("insert into patient_tally values (0, 'active', 5)");
    });
    await db.close();
    unlock();
    const checked = await clinic(['check', '--data', path]);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('1 entry of the search belongs to no patient.');
    expect(checked.out).toContain('1 count of patients is wrong.');
  });

  it('refuses data of a newer version, and data whose key is gone', async () => {
    const path = newFolder();
    const { db, unlock } = await openDataFolder(path);
    await db.write(async (tx) => {
      sqliteBeneath(tx).exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    });
    await db.close();
    unlock();
    expect(await clinic(['migrate', '--check', '--data', path])).toEqual(failed(/newer Clinic Desk/));
    expect(await clinic(['check', '--json', '--data', path])).toEqual(failed(/newer Clinic Desk/));
    rmSync(join(path, 'key.json'));
    expect(await clinic(['demo', '--patients', '1', '--data', path])).toEqual(failed(/key for the data/));
  });
});
