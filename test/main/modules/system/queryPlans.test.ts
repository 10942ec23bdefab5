import Sqlite from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import { connect } from '#db/sqlite/connection.ts';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';

/** The tables that grow for as long as the clinic lives; all others stay small enough to be read whole. */
const GROWING = ['patient', 'audit_event', 'sign_in_attempt'];

/** Nearly every row of the audit is "done": the first thousand, where counting stops, are the first that are read. */
const isMetByNearlyAll = (sql: string) => sql.includes(`"outcome" = 'ok' limit ?`);

/** Each growing table that a statement reads row by row although no index is in that order, or sorts as a whole. */
function slowSteps(sqlite: Sqlite.Database, sql: string): string[] {
  const nothing = Array.from(sql.matchAll(/\?/g), () => null);
  const steps = sqlite.prepare(`explain query plan ${sql}`).all(...nothing) as Array<{ detail: string }>;
  const scans = new RegExp(`^SCAN (${GROWING.join('|')})$`);
  const isOfGrowing = GROWING.some((table) => steps.some(({ detail }) => new RegExp(`\\b${table}\\b`).test(detail)));
  return steps
    .map(({ detail }) => detail)
    .filter((detail) => scans.test(detail) || (isOfGrowing && /TEMP B-TREE FOR ORDER BY$/.test(detail)));
}

it('every list of what grows is read from an index, whatever its order and filters', async () => {
  const prepare = vi.spyOn(Sqlite.prototype, 'prepare');
  const clinic = await startClinic();
  const { admin } = clinic;
  const doctor = await addDoctor(admin, { familyName: 'House' });
  await addPatient(admin, { familyName: 'Sato', doctorId: doctor.id });
  await clinic.backend.services.audit.flush();
  prepare.mockClear();

  for (const sort of ['name', 'birthDate', 'mrn', 'updated'] as const) {
    for (const direction of ['ascending', 'descending'] as const) {
      await admin.patients.list({ sort, direction });
      await admin.patients.list({ sort, direction, filters: { doctorId: doctor.id } });
    }
  }
  for (const status of ['active', 'archived', 'all'] as const) {
    for (const text of ['sato', '1234', 'P-000001']) {
      await admin.patients.search({ text, filters: { status } });
      await admin.patients.search({ text, filters: { status, doctorId: doctor.id } });
    }
  }
  for (const { name: table, columns } of await admin.admin.tables()) {
    for (const { name: sort } of columns.filter((column) => column.sort)) await admin.admin.list({ table, sort });
    const { facets } = await admin.admin.facets({ table });
    const choices = facets.flatMap(({ name, options }) => options.map(({ value }) => ({ [name]: value })));
    for (const filters of choices) await admin.admin.list({ table, filters });
  }
  await admin.dashboard.figures();

  const asked = new Set(prepare.mock.calls.map(([sql]) => sql).filter((sql) => /^\s*(select|with)\b/i.test(sql)));
  prepare.mockRestore();
  const { sqlite } = connect(clinic.backend.data.db.file, clinic.backend.data.key, { readonly: true });
  const slow = [...asked]
    .filter((sql) => !isMetByNearlyAll(sql))
    .flatMap((sql) => slowSteps(sqlite, sql).map((step) => `${step}: ${sql}`));
  const ofGrowing = [...asked].filter((sql) => GROWING.some((table) => sql.includes(table)));
  sqlite.close();
  await clinic.backend.close();
  expect(ofGrowing.length).toBeGreaterThan(40);
  expect(slow).toEqual([]);
});
