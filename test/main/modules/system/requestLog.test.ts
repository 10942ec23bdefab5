import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { closeLog, openLog } from '#main/adapters/log.ts';
import { logFiles } from '#main/adapters/logFiles.ts';
import { startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';
import { codeOf } from '#test/support/staff.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'clinic-log-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function clinicWithLog() {
  const path = folder();
  const log = openLog(path);
  const clinic = await startClinic({ log, logs: logFiles(path) });
  onTestFinished(async () => {
    await clinic.backend.close();
    await closeLog(log);
  });
  return { ...clinic, path, log };
}

it('reads every line, the newest first, across files and however large', async () => {
  const path = folder();
  const lines = Array.from({ length: 9_000 }, (_, i) => `{"n":${i},"text":"${'é'.repeat(60)}"}`);
  const old = join(path, '20260101-0900-01-clinic-desk.log');
  writeFileSync(old, `${lines.slice(0, 2_000).join('\n')}\n`);
  utimesSync(old, 1, 1);
  writeFileSync(join(path, 'clinic-desk.log'), `${lines.slice(2_000).join('\n')}\n`);
  writeFileSync(join(path, 'other.txt'), 'not of ours');
  expect(await logFiles(path).newest(10_000)).toEqual({ lines: lines.toReversed(), isCut: false });
  expect(await logFiles(path).newest(3)).toEqual({ lines: lines.slice(-3).reverse(), isCut: true });
  expect(await logFiles(join(path, 'nowhere')).newest(3)).toEqual({ lines: [], isCut: false });
});

it('shows calls with caller, time and outcome, filtered as one likes', async () => {
  const { admin, backend } = await clinicWithLog();
  await codeOf(admin.patients.get({ id: 4 }));
  const logging = { table: 'settings', id: 'logging' };
  const { version } = await admin.admin.get(logging);
  await admin.admin.save({ ...logging, version, values: { level: 'info', slowMs: 1 } });
  const { services } = backend;
  services.signals.connect('requestStarted', ({ procedure }) => {
    if (procedure === 'patients.count') backend.clock.pass(40);
  });
  await admin.patients.count({});
  const rows = async (filters: Record<string, string>) =>
    (await admin.admin.list({ table: 'requestLog', filters })).rows.map(({ cells }) => cells);
  await expect
    .poll(() => rows({ slow: 'true' }), { timeout: 5_000 })
    .toMatchObject([{ procedure: 'patients.count', level: 'warn', person: 'Ada Moreau', milliseconds: 40 }]);
  expect(await rows({ outcome: 'refused' })).toMatchObject([{ procedure: 'patients.get', outcome: 'NOT_FOUND' }]);
  expect((await rows({ procedure: 'accounts.setup' })).length).toBe(1);
  const { facets } = await admin.admin.facets({ table: 'requestLog' });
  expect(facets.find(({ name }) => name === 'level')?.options.map(({ value }) => value)).toEqual(['info', 'warn']);
});

it('holds no secret and nothing of patients, in the files as in the page', async () => {
  const { admin, log, path } = await clinicWithLog();
  const marker = 'Unmistakable';
  await addPatient(admin, { familyName: marker, notes: `${marker} notes` });
  await admin.patients.search({ text: marker });
  await codeOf(admin.accounts.signIn({ username: marker, password: `${marker}-password-123` }));
  log.info({ password: marker, input: { name: marker }, note: 'planted' }, 'planted');
  await expect.poll(async () => (await admin.admin.facets({ table: 'requestLog', text: 'planted' })).count).toBe(1);
  const { rows } = await admin.admin.list({ table: 'requestLog', limit: 200 });
  expect(rows.length).toBeGreaterThan(3);
  expect(JSON.stringify(rows)).not.toContain(marker);
  expect(readFileSync(join(path, 'clinic-desk.log'), 'utf8')).not.toContain(marker);
});

it('says how much of a long log it covers', async () => {
  const { admin, path } = await clinicWithLog();
  const line = { level: 30, time: '2026-01-15T08:00:00.000Z', msg: 'call', procedure: 'patients.count', outcome: 'ok' };
  const old = join(path, '20260114-0900-01-clinic-desk.log');
  writeFileSync(old, `${JSON.stringify(line)}\n`.repeat(6_000));
  utimesSync(old, 1, 1);
  const table = (await admin.admin.tables()).find(({ name }) => name === 'requestLog');
  expect(table).toMatchObject({ newest: 5_000, count: 5_000, atLeast: true });
  let text = '';
  for await (const part of await admin.admin.exportCsv({ table: 'requestLog' })) text += part;
  expect(text.trim().split('\r\n')).toHaveLength(5_001);
});
