import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '#db/sqlite/connection.ts';
import { startClinic } from '#test/support/backend.ts';
import { carriedAcross } from '#test/support/olderData.ts';
import { addPatient } from '#test/support/people.ts';
import { codeOf, GROUPS, hire, PASSWORD } from '#test/support/staff.ts';

/** "Who did what to whom?" as somebody asks it in Administration. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

async function audited(asked: { text?: string; filters?: Record<string, string> } = {}, client = clinic.admin) {
  await clinic.backend.services.audit.flush();
  const { rows } = await client.admin.list({ table: 'audit', limit: 200, ...asked });
  return rows;
}

const cells = (rows: Awaited<ReturnType<typeof audited>>) => rows.map((row) => row.cells);

describe('signing in', () => {
  it('is in the audit with the person, also where it fails and the name is somebody’s', async () => {
    const mary = await hire(clinic, 'mary', { givenName: 'Mary', familyName: 'Poole' });
    const { client } = clinic.backend.station('door');
    const tryWith = (username: string) => client.accounts.signIn({ username, password: 'wrong' }).catch(String);
    const answers = [await tryWith('mary'), await tryWith('nobody')];
    expect(new Set(answers).size).toBe(1);
    await clinic.backend.services.audit.flush();
    await client.accounts.signIn({ username: 'mary', password: PASSWORD });
    const [came, unknown, failed] = cells(await audited({ filters: { auditAction: 'signIn' } }));
    expect(came).toMatchObject({ person: 'Mary Poole', outcome: 'ok', subject: 'Mary Poole' });
    expect(unknown).toMatchObject({ person: null, outcome: 'WRONG_CREDENTIALS' });
    expect(failed).toMatchObject({ person: 'Mary Poole', outcome: 'WRONG_CREDENTIALS' });
    const setUp = cells(await audited({ filters: { auditAction: 'setup' } }));
    expect(setUp).toMatchObject([{ person: 'Ada Moreau' }]);
    const tried = await audited({ filters: { user: String(mary.id), auditAction: 'signIn' } });
    expect(cells(tried).filter(({ outcome }) => outcome === 'WRONG_CREDENTIALS')).toHaveLength(1);
  });

  it('is mended in the rows of older programs, where it is known who it was', async () => {
    const rows = [
      ['accounts.signIn', 'signIn', 'user', 1, 'ok', 1000],
      ['accounts.secondFactor', 'signIn', 'user', 2, 'ok', 2000],
      ['accounts.signIn', 'signIn', 'user', null, 'WRONG_CREDENTIALS', 50_000],
      ['accounts.signIn', 'signIn', 'user', null, 'WRONG_CREDENTIALS', 90_000],
      ['accounts.register', 'create', 'user', 2, 'ok', 95_000],
    ] as const;
    const user = (id: number, name: string) => `(${id}, '${name}', '${name}', '${name}', 0, 0, 0, 0)`;
    const who = await carriedAcross(
      '0008_audit_names_who_signed_in',
      (sqlite) => {
        sqlite.exec(`insert into user (id, username, username_key, family_name, password_changed_at, joined_at,
          created_at, updated_at) values ${user(1, 'ada')}, ${user(2, 'sam')}`);
        const add = sqlite.prepare(
          `insert into audit_event (procedure, action, entity, entity_id, outcome, at, workstation)
            values (?, ?, ?, ?, ?, ?, 'DESK')`,
        );
        for (const row of rows) add.run(...row);
        const tried = sqlite.prepare(
          "insert into sign_in_attempt (at, user_id, outcome, workstation, address) values (?, ?, 'failure', 'DESK', '')",
        );
        tried.run(49_900, 2);
        // Two at once: nobody can say which row is whose.
        tried.run(89_900, 1);
        tried.run(89_950, 2);
      },
      (sqlite) => sqlite.prepare('select user_id from audit_event order by id').pluck().all(),
    );
    expect(who).toEqual([1, 2, 2, null, null]);
  });
});

describe('the list', () => {
  it('names whom it was done to, and is searched by that name as by the name of who did it', async () => {
    const mary = await hire(clinic, 'mary', { familyName: 'Poole', groupIds: [GROUPS.reception] });
    const sato = await addPatient(mary.client, { givenName: 'Aiko', familyName: 'Sato' });
    await addPatient(clinic.admin, { givenName: 'Tom', familyName: 'Baker' });
    await mary.client.patients.get({ id: sato.id });
    const found = cells(await audited({ text: 'sato' }));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({ person: 'mary Poole', subject: `Sato, Aiko (${sato.mrn})` });
    const byStaff = cells(await audited({ text: 'poole' }));
    expect(byStaff.filter(({ auditAction, entity }) => auditAction === 'create' && entity === 'user')).toHaveLength(1);
    expect(byStaff.filter(({ person }) => person === 'mary Poole').length).toBeGreaterThan(2);
    expect(cells(await audited({ text: 'baker' }))).toMatchObject([{ person: 'Ada Moreau', auditAction: 'create' }]);
    expect(await audited({ text: 'zzzz' })).toEqual([]);
    const { count } = await clinic.admin.admin.facets({ table: 'audit', text: 'sato' });
    expect(count).toBe(2);
  });

  it('goes on page by page where somebody is both who did it and whom it was done to', async () => {
    const mary = await hire(clinic, 'mary', { familyName: 'Poole' });
    for (let time = 0; time < 3; time += 1) await codeOf(mary.client.accounts.confirmPassword({ password: 'wrong' }));
    const all = await audited({ text: 'poole' });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await clinic.admin.admin.list({
        table: 'audit',
        text: 'poole',
        limit: 2,
        ...(cursor && { cursor }),
      });
      paged.push(...page.rows.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(all.length).toBeGreaterThan(4);
    expect(paged.filter((id) => all.some((row) => row.id === id))).toEqual(all.map(({ id }) => id));
  });

  it('shows and finds patients only for those who may see them', async () => {
    await addPatient(clinic.admin, { familyName: 'Sato' });
    const { client } = await hire(clinic, 'auditor', { isStaff: true, permissions: ['audit.view'] });
    expect(await audited({ text: 'sato' }, client)).toEqual([]);
    const rows = cells(await audited({ filters: { entity: 'patient' } }, client));
    expect(rows).toMatchObject([{ person: 'Ada Moreau', subject: null }]);
  });

  it('is searched by name through indexes alone', async () => {
    await addPatient(clinic.admin, { familyName: 'Sato' });
    await clinic.backend.services.audit.flush();
    const prepare = vi.spyOn(Sqlite.prototype, 'prepare');
    await audited({ text: 'sato', filters: { outcome: 'ok', period: 'week' } });
    await audited({ text: 'moreau' });
    await clinic.admin.admin.facets({ table: 'audit', text: 'sato' });
    const asked = new Set(
      prepare.mock.calls.map(([sql]) => sql).filter((sql) => /^\s*select.*"audit_event"/i.test(sql)),
    );
    prepare.mockRestore();
    const { sqlite } = connect(clinic.backend.data.db.file, clinic.backend.data.key, { readonly: true });
    // Nearly every row is "done": counting them ends with the first thousand that are read.
    const ofFew = [...asked].filter((sql) => !sql.includes(`"outcome" = 'ok' limit ?`));
    const steps = ofFew.flatMap((sql) => {
      const nothing = Array.from(sql.matchAll(/\?/g), () => null);
      return sqlite.prepare(`explain query plan ${sql}`).all(...nothing) as Array<{ detail: string }>;
    });
    sqlite.close();
    expect(asked.size).toBeGreaterThan(3);
    expect(steps.filter(({ detail }) => /^SCAN audit_event$|FOR ORDER BY/.test(detail))).toEqual([]);
  });
});

describe('a row', () => {
  it('opens to what each field was and became', async () => {
    const { admin } = clinic;
    const mary = await hire(clinic, 'mary', { familyName: 'Poole' });
    const { version, values } = await admin.admin.get({ table: 'users', id: String(mary.id) });
    const changed = { ...values, familyName: 'Poole-Hart', groupIds: [GROUPS.reception] };
    await admin.admin.save({ table: 'users', id: String(mary.id), version, values: changed });
    const [row] = await audited({ filters: { entity: 'user', auditAction: 'update' } });
    const { event, labels } = await admin.admin.event({ id: Number(row?.id) });
    expect(event).toMatchObject({ who: 'Ada Moreau', table: 'users', label: 'mary Poole-Hart', outcome: 'ok' });
    expect(event.changes).toContainEqual({ field: 'familyName', from: 'Poole', to: 'Poole-Hart' });
    expect(event.changes).toContainEqual({ field: 'groupIds', from: [], to: [GROUPS.reception] });
    expect(labels.groups).toMatchObject({ [GROUPS.reception]: 'Reception' });
  });

  it('tells nothing of a record that the reader may not see', async () => {
    await addPatient(clinic.admin, { familyName: 'Sato' });
    const { client } = await hire(clinic, 'auditor', { isStaff: true, permissions: ['audit.view'] });
    const [row] = await audited({ filters: { entity: 'patient' } }, client);
    const { event } = await client.admin.event({ id: Number(row?.id) });
    expect(event).toMatchObject({ label: null, recordId: null, changes: [] });
    expect(await codeOf(client.admin.event({ id: 999_999 }))).toBe('NOT_FOUND');
  });
});
