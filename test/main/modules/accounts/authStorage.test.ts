import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '#db/sqlite/connection.ts';
import { authenticate, backendNeeds } from '#main/modules/accounts/signIn/backends/index.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';
import { codeOf } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const PAGE = 4_096;

/** Overwrites everything but the first page of the running clinic's database, and has every connection read it anew. */
async function damage(): Promise<void> {
  const { db, key } = clinic.backend.data;
  const connection = connect(db.file, key);
  connection.sqlite.pragma('wal_checkpoint(PASSIVE)');
  const file = openSync(db.file, 'r+');
  for (let at = PAGE; at < statSync(db.file).size; at += PAGE) writeSync(file, Buffer.alloc(PAGE, 0x5a), 0, PAGE, at);
  closeSync(file);
  connection.sqlite.exec('pragma user_version = 1');
  connection.sqlite.close();
}

it('does not take damage for a wrong password', async () => {
  const needs = backendNeeds(clinic.backend.services, 'desk');
  const { username, password } = ADMINISTRATOR;
  expect(await authenticate(needs, { username, password })).toMatchObject({ verdict: 'yes' });
  await damage();
  await expect(authenticate(needs, { username, password })).rejects.toThrow();
});

it('names damage met while running, and says what to do', async () => {
  const { id } = await addPatient(clinic.admin);
  await damage();
  const { client } = clinic.backend.station();
  expect(await codeOf(client.accounts.signIn(clinicAdministrator))).toBe('STORAGE');
  const refused: unknown = await clinic.admin.patients.get({ id }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'STORAGE', data: { sentence: { key: 'errors.storageDamaged' } } });
});

const clinicAdministrator = { username: ADMINISTRATOR.username, password: ADMINISTRATOR.password };
