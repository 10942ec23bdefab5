import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addPatient as storePatient } from '#test/support/database.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { codeOf, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const names = (page: { rows: Array<{ label: string }> }) => page.rows.map(({ label }) => label);

async function manyPatients(count: number) {
  for (let i = 0; i < count; i += 1)
    await addPatient(clinic.admin, { familyName: `Sato${String.fromCharCode(97 + i)}` });
}

const textOf = async (parts: AsyncIterable<string>) => {
  let text = '';
  for await (const part of parts) text += part;
  return text;
};

describe('many records at once', () => {
  it('are done in batches, refused one by one, and taken back', async () => {
    await manyPatients(5);
    const { admin } = clinic.admin;
    const { rows } = await admin.list({ table: 'patients' });
    const ids = rows.map(({ id }) => id);
    const archived = await admin.action({ table: 'patients', action: 'archive', ids: [...ids.slice(0, 3), '999'] });
    expect(archived).toMatchObject({ done: ids.slice(0, 3), failed: [{ sentence: { key: 'errors.notFound' } }] });
    expect((await admin.facets({ table: 'patients', filters: { status: 'active' } })).count).toBe(2);
    await admin.action({ table: 'patients', action: 'restore', ids: archived.done });
    expect((await admin.facets({ table: 'patients', filters: { status: 'active' } })).count).toBe(5);
    expect(await codeOf(admin.action({ table: 'patients', action: 'archive', ids: [] }))).toBe('VALIDATION');
    expect(await codeOf(admin.action({ table: 'patients', action: 'destroy', ids }))).toBe('FORBIDDEN');
  });

  it('may be everything that fits', async () => {
    await manyPatients(5);
    await addPatient(clinic.admin, { familyName: 'Other' });
    const query = { text: 'sato', filters: { status: 'active' } };
    const { done, next } = await clinic.admin.admin.action({ table: 'patients', action: 'archive', query });
    expect([done.length, next]).toEqual([5, null]);
    expect(names(await clinic.admin.admin.list({ table: 'patients', filters: { status: 'active' } }))).toHaveLength(1);
  });

  it('end sessions at once, but only of people one may look after', async () => {
    const mary = await hire(clinic, 'mary');
    const helper = await hire(clinic, 'helper', { isStaff: true, permissions: ['sessions.view', 'sessions.delete'] });
    const { rows } = await helper.client.admin.list({ table: 'sessions' });
    const of = (name: string) => rows.filter(({ cells }) => cells.person === name).map(({ id }) => id);
    const { done, failed } = await helper.client.admin.action({
      table: 'sessions',
      action: 'end',
      ids: [...of('mary Tester'), ...of('Ada Moreau')],
    });
    expect(done).toEqual(of('mary Tester'));
    expect(failed).toMatchObject([{ sentence: { key: 'accounts.mayDoMore' } }]);
    expect(await codeOf(mary.client.session.list())).toBe('UNAUTHENTICATED');
    expect(await codeOf(clinic.admin.session.list())).toBe('ok');
  });
});

describe('an export', () => {
  it('holds the filtered list as RFC 4180 has it, with no formulas, and is audited', async () => {
    const { admin, backend } = clinic;
    await addDoctor(admin, { familyName: 'Plain', givenName: '', speciality: '=HYPERLINK("http://x")' });
    await addDoctor(admin, { familyName: 'Quoted "Q", Jr', givenName: '', speciality: '@home' });
    await addDoctor(admin, { familyName: 'Gone', givenName: '' });
    const gone = (await admin.admin.list({ table: 'doctors', text: 'gone' })).rows.map(({ id }) => id);
    await admin.admin.action({ table: 'doctors', action: 'archive', ids: gone });
    const text = await textOf(await admin.admin.exportCsv({ table: 'doctors', filters: { status: 'active' } }));
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\u{feff}Name,/u);
    expect(lines[1]).toContain(`Plain,"'=HYPERLINK(""http://x"")"`);
    expect(lines[2]).toContain(`"Quoted ""Q"", Jr",'@home`);
    await backend.services.audit.flush();
    const { rows } = await admin.admin.list({ table: 'audit', filters: { auditAction: 'export' } });
    expect(rows).toMatchObject([{ cells: { entity: 'doctor', person: 'Ada Moreau', outcome: 'ok' } }]);
  });
});

describe('a search that more fit than a list shows', () => {
  const query = { text: 'sato', filters: { status: 'active' } };

  /** Past the router, for there are many. */
  const store = (count: number, familyName: string) =>
    clinic.backend.data.db.write(async (tx) => {
      for (let i = 0; i < count; i += 1) await storePatient(tx, { familyName, givenName: `No ${i}` });
    });

  it('is counted as far as counting goes, and shows its best', async () => {
    await store(230, 'Sato');
    await store(40, 'Okafor');
    const { admin } = clinic.admin;
    expect((await admin.list({ table: 'patients', ...query })).rows).toHaveLength(200);
    expect(await admin.facets({ table: 'patients', ...query })).toMatchObject({
      count: 230,
      atLeast: false,
      facets: [
        { name: 'status', options: [{ value: 'active', count: 230 }] },
        { name: 'doctor', options: [{ value: 'none', count: 230 }] },
      ],
    });
    await store(800, 'Satori');
    expect(await admin.facets({ table: 'patients', ...query })).toMatchObject({ count: 1000, atLeast: true });
  });

  it('is exported whole, each patient once', async () => {
    await store(430, 'Sato');
    await store(3, 'Okafor');
    const lines = (await textOf(await clinic.admin.admin.exportCsv({ table: 'patients', ...query })))
      .trim()
      .split('\r\n');
    expect(new Set(lines.slice(1)).size).toBe(430);
    expect(lines).toHaveLength(431);
  });

  it('is acted on whole, and on nothing else', async () => {
    await store(230, 'Sato');
    await store(3, 'Okafor');
    let cursor: string | undefined;
    const done: string[] = [];
    do {
      const asked = { table: 'patients', action: 'archive', query, ...(cursor !== undefined && { cursor }) };
      const batch = await clinic.admin.admin.action(asked);
      done.push(...batch.done);
      cursor = batch.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(done).size).toBe(230);
    expect(await clinic.admin.admin.facets({ table: 'patients', ...query })).toMatchObject({ count: 0 });
    expect(await clinic.admin.patients.count({})).toMatchObject({ count: 3 });
  });

  it('finds what was typed and no more, so that nobody acts on what only looks alike', async () => {
    await store(2, 'Sato');
    const alike = { text: 'satp', filters: {} };
    expect((await clinic.admin.patients.search({ text: 'satp' })).rows).toHaveLength(2);
    expect((await clinic.admin.admin.list({ table: 'patients', ...alike })).rows).toEqual([]);
    expect(await clinic.admin.admin.action({ table: 'patients', action: 'archive', query: alike })).toMatchObject({
      done: [],
    });
  });
});
