import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCheckpointer } from '#db/index.ts';
import { sqliteBeneath } from '#db/sqlite/connection.ts';
import { startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/database.ts';
import { codeOf, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const health = () => clinic.admin.admin.health();
const db = () => clinic.backend.data.db;

async function checked() {
  await clinic.admin.admin.checkDatabase();
  await expect.poll(async () => (await health()).check?.state, { timeout: 20_000 }).not.toBe('running');
  return health();
}

it('looks through the database beside the work, and keeps when that was and what came of it', async () => {
  expect(await health()).toMatchObject({ lastCheck: null, check: null });
  const found = await checked();
  expect(found).toMatchObject({
    check: { state: 'done' },
    lastCheck: { at: clinic.backend.clock.now(), count: 0, problems: [] },
  });
  expect(found.check?.total).toBeGreaterThan(20);
  expect(found.databaseBytes + found.walBytes).toBeGreaterThan(10_000);
  const { settings } = clinic.backend.services;
  await settings.reload();
  expect(settings.get('lastCheck')).toEqual(found.lastCheck);
  await clinic.backend.services.audit.flush();
  const { rows } = await clinic.admin.admin.list({ table: 'audit', text: 'ada', filters: { entity: 'database' } });
  expect(rows).toMatchObject([
    { cells: { person: 'Ada Moreau', auditAction: 'check', entity: 'database', outcome: 'ok' } },
  ]);
});

it('tells what does not hang together', async () => {
  await db().write(async (tx) => {
    const sqlite = sqliteBeneath(tx);
    sqlite.exec("insert into patient_search (rowid, terms) values (99, 'nobody')");
    sqlite.exec("insert into patient_tally values (0, 'active', 5)");
  });
  expect((await checked()).lastCheck).toMatchObject({
    count: 2,
    problems: [
      { key: 'admin.check.extra', params: { count: 1 } },
      { key: 'admin.check.wrongTallies', params: { count: 1 } },
    ],
  });
});

it('finds what the disk has damaged', async () => {
  await db().write(async (tx) => {
    for (let i = 0; i < 500; i += 1) await addPatient(tx, { notes: 'x'.repeat(2_000) });
  });
  const checkpointer = openCheckpointer(db().file, clinic.backend.data.key);
  checkpointer.checkpoint();
  checkpointer.close();
  const file = openSync(db().file, 'r+');
  writeSync(file, Buffer.alloc(4096, 9), 0, 4096, Math.floor(statSync(db().file).size / 8192) * 4096);
  closeSync(file);
  expect((await checked()).lastCheck?.count).toBeGreaterThan(0);
});

it('is done once at a time, and can be stopped', async () => {
  const { admin } = clinic.admin;
  await admin.checkDatabase();
  expect(await codeOf(admin.checkDatabase())).toBe('BUSY');
  await admin.stopCheck();
  await expect.poll(async () => (await health()).check?.state, { timeout: 20_000 }).toBe('stopped');
  expect((await health()).lastCheck).toBeNull();
});

it('is for those who may change settings', async () => {
  const { client } = await hire(clinic, 'viewer', { isStaff: true, permissions: ['settings.view'] });
  expect(await client.admin.health()).toMatchObject({ check: null });
  expect(await codeOf(client.admin.checkDatabase())).toBe('FORBIDDEN');
  const outside = await hire(clinic, 'outside', { permissions: ['settings.view', 'settings.change'] });
  expect(await codeOf(outside.client.admin.checkDatabase())).toBe('FORBIDDEN');
});
