import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entities, kinds } from '#contract/entities.ts';
import { hasRight } from '#contract/permission.ts';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient, formOf } from '#test/support/people.ts';
import { codeOf, GROUPS, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const MINUTE = 60_000;
const names = (page: { rows: Array<{ label: string }> }) => page.rows.map(({ label }) => label);

async function manyPatients(count: number) {
  for (let i = 0; i < count; i += 1)
    await addPatient(clinic.admin, { familyName: `Sato${String.fromCharCode(97 + i)}` });
}

describe('the tables of the administration', () => {
  it('are all there for a superuser, with what a page needs to show them', async () => {
    const tables = await clinic.admin.admin.tables();
    const names = tables.map(({ name }) => name);
    const first = 'users groups sessions signIns doctors patients images'.split(' ');
    const last = 'cache settings pageCounts audit requestLog'.split(' ');
    const ofKinds = kinds.filter((kind) => hasRight(kind, 'view')).map((kind) => entities[kind].plural);
    expect(names.slice(0, first.length)).toEqual(first);
    expect(names.slice(-last.length)).toEqual(last);
    expect([...names].sort()).toEqual([...new Set([...first, ...last, ...ofKinds])].sort());
    for (const { columns, sort } of tables) expect(columns.map(({ name }) => name)).toContain(sort.by);
    expect(tables.find(({ name }) => name === 'groups')).toMatchObject({ count: 5, mayAdd: true, hasRecords: true });
  });

  it('show every table and filter without a fault', async () => {
    await addDoctor(clinic.admin, { speciality: 'Cardiology' });
    await manyPatients(2);
    await clinic.backend.services.audit.flush();
    for (const { name: table, columns } of await clinic.admin.admin.tables()) {
      for (const { name: sort } of columns.filter((column) => column.sort)) {
        for (const descending of [false, true]) await clinic.admin.admin.list({ table, sort, descending });
      }
      const { facets } = await clinic.admin.admin.facets({ table });
      for (const { name, options } of facets) {
        for (const { value, count } of options) {
          const page = await clinic.admin.admin.list({ table, filters: { [name]: value } });
          expect([table, name, value, page.rows.length]).toEqual([table, name, value, Math.min(count, 100)]);
        }
      }
    }
  });

  it('give pages that follow each other without a gap, whatever the order', async () => {
    await manyPatients(7);
    for (const table of ['patients', 'users', 'audit', 'groups']) {
      const { sort, columns } = (await clinic.admin.admin.tables()).find(({ name }) => name === table) ?? {
        columns: [],
      };
      for (const column of columns.filter((entry) => entry.sort)) {
        const asked = { table, sort: column.name, descending: sort?.descending ?? false };
        const whole = await clinic.admin.admin.list({ ...asked, limit: 200 });
        const pieces: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await clinic.admin.admin.list({ ...asked, limit: 2, ...(cursor !== undefined && { cursor }) });
          pieces.push(...page.rows.map(({ id }) => id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        // The audit has grown by none of these calls that was flushed; what both saw is the same.
        expect(pieces.slice(-whole.rows.length)).toEqual(whole.rows.map(({ id }) => id));
      }
    }
  });

  it('are searched by every word, accents and case aside', async () => {
    await hire(clinic, 'asa', { givenName: 'Åsa', familyName: 'Lindqvist', groupIds: [GROUPS.reception] });
    await hire(clinic, 'noor', { givenName: 'Noor', familyName: 'Lind' });
    expect(names(await clinic.admin.admin.list({ table: 'users', text: 'lind' }))).toEqual([
      'Åsa Lindqvist',
      'Noor Lind',
    ]);
    expect(names(await clinic.admin.admin.list({ table: 'users', text: 'LINDQ asa' }))).toEqual(['Åsa Lindqvist']);
    expect(names(await clinic.admin.admin.list({ table: 'users', text: 'reception' }))).toEqual(['Åsa Lindqvist']);
    expect(names(await clinic.admin.admin.list({ table: 'users', text: 'nobody' }))).toEqual([]);
  });

  it('count what each filter would leave, under the other filters', async () => {
    await hire(clinic, 'mary', { groupIds: [GROUPS.reception, GROUPS.billing] });
    const nora = await hire(clinic, 'nora', { groupIds: [GROUPS.reception] });
    await clinic.admin.admin.action({ table: 'users', action: 'deactivate', ids: [String(nora.id)] });
    const { count, facets } = await clinic.admin.admin.facets({ table: 'users', filters: { standing: 'active' } });
    expect(count).toBe(2);
    const facet = (name: string) => facets.find((entry) => entry.name === name)?.options;
    expect(facet('standing')).toMatchObject([
      { value: 'active', count: 2 },
      { value: 'inactive', count: 1 },
    ]);
    expect(facet('group')).toMatchObject([
      { label: 'Administrators', count: 1 },
      { label: 'Billing', count: 1 },
      { label: 'Reception', count: 1 },
    ]);
  });

  it('refuse what they do not have', async () => {
    const { admin } = clinic.admin;
    expect(await codeOf(admin.list({ table: 'secrets' }))).toBe('NOT_FOUND');
    expect(await codeOf(admin.list({ table: 'users', filters: { passwordHash: 'x' } }))).toBe('VALIDATION');
    expect(await codeOf(admin.list({ table: 'users', sort: 'passwordHash' }))).toBe('VALIDATION');
    for (const table of ['users', 'audit', 'patients']) {
      expect(await codeOf(admin.list({ table, cursor: 'bm90IGEgY3Vyc29y' }))).toBe('VALIDATION');
    }
    expect(await codeOf(admin.get({ table: 'users', id: '999' }))).toBe('NOT_FOUND');
    expect(await codeOf(admin.get({ table: 'users', id: "1' or 1=1" }))).toBe('NOT_FOUND');
  });
});

describe('who may', () => {
  it('see a table is decided by its permission, and nobody outside of the staff sees any', async () => {
    const outside = await hire(clinic, 'out', { permissions: ['users.view', 'audit.view'] });
    expect(await codeOf(outside.client.admin.tables())).toBe('FORBIDDEN');
    expect(await codeOf(outside.client.admin.list({ table: 'users' }))).toBe('FORBIDDEN');
    const staff = await hire(clinic, 'in', { isStaff: true, permissions: ['audit.view', 'sessions.view'] });
    expect((await staff.client.admin.tables()).map(({ name }) => name)).toEqual(['sessions', 'audit']);
    expect(await codeOf(staff.client.admin.list({ table: 'users' }))).toBe('FORBIDDEN');
    expect(await codeOf(staff.client.admin.exportCsv({ table: 'users' }))).toBe('FORBIDDEN');
    const nobody = await hire(clinic, 'nobody', { isStaff: true });
    expect(await codeOf(nobody.client.admin.tables())).toBe('FORBIDDEN');
  });

  it('change is decided apart from seeing', async () => {
    const { client } = await hire(clinic, 'viewer', { isStaff: true, permissions: ['users.view', 'groups.change'] });
    expect(await client.admin.get({ table: 'users', id: '1' })).toMatchObject({ mayChange: false, actions: [] });
    const { version, values } = await clinic.admin.admin.get({ table: 'users', id: '1' });
    expect(await codeOf(client.admin.save({ table: 'users', id: '1', version, values }))).toBe('FORBIDDEN');
    expect(await codeOf(client.admin.action({ table: 'users', action: 'deactivate', ids: ['1'] }))).toBe('FORBIDDEN');
    expect(await codeOf(client.admin.create({ table: 'users', createKey: crypto.randomUUID(), values }))).toBe(
      'FORBIDDEN',
    );
  });

  it('never read a password hash, nor the directory’s password', async () => {
    await hire(clinic, 'mary', { groupIds: [GROUPS.administrators], isStaff: true });
    const seen: unknown[] = [];
    for (const { name: table, hasRecords } of await clinic.admin.admin.tables()) {
      const { rows } = await clinic.admin.admin.list({ table });
      seen.push(rows);
      const open = (id: string) =>
        table === 'audit' ? clinic.admin.admin.event({ id: Number(id) }) : clinic.admin.admin.get({ table, id });
      if (hasRecords) for (const { id } of rows) seen.push(await open(id));
    }
    const text = JSON.stringify(seen);
    expect(text).not.toContain('fast$');
    expect(text).not.toMatch(/passwordHash|password_hash/);
  });

  it('must have given their password lately for what is dangerous', async () => {
    const { admin, backend } = clinic;
    const mary = await hire(clinic, 'mary');
    backend.clock.pass(4.5 * MINUTE);
    await admin.accounts.activity();
    backend.clock.pass(MINUTE);
    expect(await codeOf(admin.admin.exportCsv({ table: 'users' }))).toBe('FRESH_PASSWORD_REQUIRED');
    const one = { table: 'users', id: String(mary.id) };
    const { version, values } = await admin.admin.get(one);
    expect(await codeOf(admin.admin.save({ ...one, version, values }))).toBe('FRESH_PASSWORD_REQUIRED');
    const deactivate = { table: 'users', action: 'deactivate', ids: [one.id] };
    expect(await codeOf(admin.admin.action(deactivate))).toBe('FRESH_PASSWORD_REQUIRED');
  });
});

describe('a record', () => {
  it('has a form read off its schema, and is saved by the rules of its module', async () => {
    const { admin } = clinic.admin;
    const made = await admin.create({
      table: 'users',
      createKey: crypto.randomUUID(),
      values: { username: 'mary', familyName: 'Poole', groupIds: [GROUPS.reception] },
    });
    const record = await admin.get({ table: 'users', ...made });
    expect(record.fields).toContainEqual(expect.objectContaining({ name: 'familyName', kind: 'text', required: true }));
    expect(record.fields).toContainEqual(expect.objectContaining({ name: 'groupIds', kind: 'many', table: 'groups' }));
    expect(record.labels).toMatchObject({ groups: { [GROUPS.reception]: 'Reception' } });
    const { id, version, values } = record;
    await expect(
      admin.save({ table: 'users', id, version, values: { ...values, email: 'not an address' } }),
    ).rejects.toMatchObject({ data: { fields: [{ path: 'user.email', key: 'validation.email' }] } });
    await expect(
      admin.save({ table: 'users', id, version, values: { ...values, username: 'ADA' } }),
    ).rejects.toMatchObject({
      data: { fields: [{ path: 'user.username', key: 'validation.usernameTaken' }] },
    });
    const saved = await admin.save({ table: 'users', id, version, values: { ...values, givenName: 'Mary' } });
    expect(saved).toMatchObject({ label: 'Mary Poole', version: version + 1 });
    expect(await codeOf(admin.save({ table: 'users', id, version, values }))).toBe('CONFLICT');
  });

  it('keeps what its form does not show', async () => {
    const { admin } = clinic;
    const mary = await hire(clinic, 'mary');
    const one = { table: 'users', id: String(mary.id) };
    const { version, values, fields } = await admin.admin.get(one);
    expect(fields.map(({ name }) => name)).not.toContain('isActive');
    const changed = { ...values, familyName: 'Smith', isActive: false, passwordHash: 'x' };
    await admin.admin.save({ ...one, version, values: changed });
    expect(await admin.users.get({ id: mary.id })).toMatchObject({ familyName: 'Smith', isActive: true });
    expect(await codeOf(mary.client.session.list())).toBe('ok');
  });

  it('has lists of things in its form, part by part', async () => {
    const { admin } = clinic;
    const contacts = [{ system: 'phone' as const, use: 'work' as const, value: '555 0101' }];
    const { id } = await addPatient(admin, { contacts });
    const one = { table: 'patients', id: String(id) };
    const { version, values, fields } = await admin.admin.get(one);
    expect(fields.find(({ name }) => name === 'contacts')).toMatchObject({
      kind: 'rows',
      parts: [
        { name: 'contacts.system', kind: 'choice', options: ['phone', 'email'] },
        { name: 'contacts.use', kind: 'choice' },
        { name: 'contacts.value', kind: 'text' },
      ],
    });
    expect(values.contacts).toEqual(contacts);
    const wrong = { ...values, contacts: [{ system: 'pigeon', use: 'work', value: 'x' }] };
    await expect(admin.admin.save({ ...one, version, values: wrong })).rejects.toMatchObject({
      data: { fields: [{ path: 'patient.contacts.0.system' }] },
    });
    const more = [...contacts, { system: 'email' as const, use: 'home' as const, value: 'n@example.org' }];
    await admin.admin.save({ ...one, version, values: { ...values, contacts: more } });
    expect(await admin.patients.get({ id })).toMatchObject({ contacts: more });
    const hours = (await admin.admin.blank({ table: 'doctors' })).fields.find(({ name }) => name === 'workingHours');
    expect(hours).toMatchObject({ kind: 'hours' });
  });

  it('names what the rows of its lists point to', async () => {
    const { admin } = clinic.admin;
    const ldap = { table: 'settings', id: 'ldap' };
    const { version, values, fields } = await admin.get(ldap);
    expect(fields.find(({ name }) => name === 'groups')?.parts).toMatchObject([
      { name: 'groups.dn', kind: 'text' },
      { name: 'groups.groupId', kind: 'one', table: 'groups' },
    ]);
    const groups = [{ dn: 'cn=nurses,dc=clinic', groupId: GROUPS.reception }];
    const saved = await admin.save({ ...ldap, version, values: { ...values, groups } });
    expect(saved).toMatchObject({ values: { groups }, labels: { groups: { [GROUPS.reception]: 'Reception' } } });
    const { labels } = await admin.history(ldap);
    expect(labels).toMatchObject({ groups: { [GROUPS.reception]: 'Reception' } });
  });

  it('cannot be used to lock the last administrator out', async () => {
    const { admin } = clinic.admin;
    const { version, values } = await admin.get({ table: 'users', id: '1' });
    const powerless = { ...values, isSuperuser: false };
    expect(await codeOf(admin.save({ table: 'users', id: '1', version, values: powerless }))).toBe('IN_USE');
    expect(await admin.action({ table: 'users', action: 'deactivate', ids: ['1'] })).toMatchObject({
      done: [],
      failed: [{ sentence: { key: 'accounts.lastAdministrator' } }],
    });
  });

  it('tells who changed what, from what to what', async () => {
    const { admin } = clinic;
    const patient = await addPatient(admin, { city: 'Delft' });
    await admin.patients.update({ id: patient.id, version: 1, patient: { ...formOf(patient), city: 'Leiden' } });
    const { events } = await admin.admin.history({ table: 'patients', id: String(patient.id) });
    expect(events.map(({ action }) => action)).toEqual(['update', 'create']);
    expect(events[0]).toMatchObject({
      who: 'Ada Moreau',
      label: expect.stringContaining('Okafor'),
      changes: [{ field: 'city', from: 'Delft', to: 'Leiden' }],
    });
  });

  it('has a history that looking does not bury, page by page', async () => {
    const { admin, backend } = clinic;
    const { id } = await addPatient(admin);
    const one = { table: 'patients', id: String(id) };
    for (const action of ['archive', 'restore', 'archive', 'restore']) {
      await admin.admin.action({ table: 'patients', action, ids: [one.id] });
      for (let looked = 0; looked < 5; looked += 1) await admin.patients.get({ id });
      await backend.services.audit.flush();
    }
    const first = await admin.admin.history({ ...one, limit: 3 });
    const before = first.events.at(-1)?.id ?? 0;
    const second = await admin.admin.history({ ...one, limit: 3, before });
    expect(first.events.map(({ action }) => action)).toEqual(['restore', 'archive', 'restore']);
    expect(second.events.map(({ action }) => action)).toEqual(['archive', 'create']);
  });

  it('is shown as it was at any moment, links too', async () => {
    const { admin, backend } = clinic;
    const before = backend.clock.now() - 1;
    const mary = await hire(clinic, 'mary', { givenName: 'Mary', groupIds: [GROUPS.reception] });
    const first = backend.clock.now();
    const one = { table: 'users', id: String(mary.id) };
    backend.clock.pass(MINUTE);
    const { version, values } = await admin.admin.get(one);
    const married = { ...values, familyName: 'Smith', groupIds: [GROUPS.billing] };
    await admin.admin.save({ ...one, version, values: married });
    const second = backend.clock.now();
    backend.clock.pass(MINUTE);
    expect(await admin.admin.asOf({ ...one, at: second })).toMatchObject({
      values: { familyName: 'Smith' },
      changed: [],
    });
    expect(await admin.admin.asOf({ ...one, at: first })).toMatchObject({
      values: { familyName: 'Tester', groupIds: [GROUPS.reception] },
      changed: ['groupIds', 'familyName'],
      labels: { groups: { [GROUPS.reception]: 'Reception' } },
    });
    expect(await admin.admin.asOf({ ...one, at: before })).toMatchObject({ values: null });
  });
});
