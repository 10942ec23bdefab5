import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeReport, reportText } from '#main/folders/report.ts';

const call = (milliseconds: number, outcome = 'ok') => ({
  level: 30,
  time: '2026-01-15T09:00:00.000Z',
  call: 'K7Q2M4XA',
  procedure: 'patients.list',
  user: 3,
  station: 'FRONT-DESK-2',
  outcome,
  milliseconds,
  msg: 'call',
});
const fault = {
  level: 50,
  time: '2026-01-15T09:00:01.000Z',
  call: 'ABCD1234',
  procedure: 'patients.create',
  fault: { name: 'SqliteError', code: 'SQLITE_CORRUPT', message: 'Maria Lopez', stack: 'at Maria Lopez (/home/ada/x)' },
  msg: 'fault',
};

it('tells versions, sizes, timings and faults by id, and nothing of anybody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-report-ada-'));
  mkdirSync(join(folder, 'logs'));
  const lines = [call(1), call(2), call(90, 'FORBIDDEN'), fault].map((line) => JSON.stringify(line));
  writeFileSync(join(folder, 'logs', 'clinic-desk.log'), `${lines.join('\n')}\n{"half`);
  writeFileSync(join(folder, 'clinic.db'), Buffer.alloc(2 * 1024 ** 2));
  const report = await makeReport(folder);
  expect(report.versions).toMatchObject({
    'clinic-desk': expect.stringMatching(/^\d+\.\d+\.\d+/),
    node: process.versions.node,
  });
  expect(report.data).toMatchObject({ databaseMb: 2, hasKey: false, problem: null });
  expect(report.timings).toEqual([
    { procedure: 'patients.list', calls: 3, failed: 1, median: 2, p95: 90, slowest: 90 },
  ]);
  expect(report.faults).toEqual([
    { at: fault.time, id: 'ABCD1234', procedure: 'patients.create', kind: 'SqliteError SQLITE_CORRUPT' },
  ]);
  expect(reportText(report)).not.toMatch(/Maria|ada|FRONT-DESK|home/);
  rmSync(folder, { recursive: true });
});
