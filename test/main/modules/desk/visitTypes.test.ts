import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { carriedAcross } from '#test/support/olderData.ts';
import { codeOf, GROUPS, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeAll(async () => {
  clinic = await startClinic();
});
afterAll(() => clinic.backend.close());

const form = { name: 'Vaccination', minutes: 10, minutesAfter: 5, colour: 'green' } as const;
const add = (part: object = {}) =>
  clinic.admin.visitTypes.create({ createKey: randomUUID(), visitType: { ...form, name: randomUUID(), ...part } });
const names = async (asked: { text?: string; status?: 'all' | 'archived' } = {}) =>
  (await clinic.admin.visitTypes.list(asked)).map(({ name }) => name);

describe('a visit type', () => {
  it('is kept with its times and colour, and made once however often its form is sent', async () => {
    const input = { createKey: randomUUID(), visitType: { ...form } };
    const [first, again] = await Promise.all([
      clinic.admin.visitTypes.create(input),
      clinic.admin.visitTypes.create(input),
    ]);
    expect(again.id).toBe(first.id);
    expect(await clinic.admin.visitTypes.get({ id: first.id })).toMatchObject({
      ...form,
      minutesBefore: 0,
      status: 'active',
      version: 1,
    });
  });

  it('has a name that no other has, however it is written, archived ones included', async () => {
    const kept = await add({ name: 'Décor check' });
    await clinic.admin.visitTypes.archive({ id: kept.id, version: kept.version });
    const taken = { code: 'VALIDATION', data: { fields: [{ path: 'visitType.name', key: 'visitTypes.nameTaken' }] } };
    await expect(add({ name: ' decor  CHECK ' })).rejects.toMatchObject(taken);
    const other = await add();
    const renamed = { id: other.id, version: other.version, visitType: { ...form, name: 'DECOR check' } };
    await expect(clinic.admin.visitTypes.update(renamed)).rejects.toMatchObject(taken);
    const same = { id: other.id, version: other.version, visitType: { ...form, name: other.name.toUpperCase() } };
    expect(await clinic.admin.visitTypes.update(same)).toMatchObject({ version: 2 });
  });

  it.each([
    ['minutes', 0],
    ['minutes', 481],
    ['minutes', 7.5],
    ['minutesBefore', -1],
    ['minutesAfter', 121],
  ])('is refused with %s of %d', async (field, value) => {
    await expect(add({ [field]: value })).rejects.toMatchObject({ data: { fields: [{ path: `visitType.${field}` }] } });
  });

  it('is not overwritten by a form that was opened before a colleague saved', async () => {
    const { id, version } = await add();
    const change = (minutes: number) =>
      clinic.admin.visitTypes.update({ id, version, visitType: { ...form, name: 'Ours', minutes } });
    await change(15);
    expect(await codeOf(change(30))).toBe('CONFLICT');
    expect(await clinic.admin.visitTypes.get({ id })).toMatchObject({ minutes: 15 });
  });

  it('leaves the list when it is archived, and comes back', async () => {
    const { id, version, name } = await add({ name: 'Sports medical' });
    const archived = await clinic.admin.visitTypes.archive({ id, version });
    expect(await names()).not.toContain(name);
    expect(await names({ status: 'archived' })).toContain(name);
    await clinic.admin.visitTypes.restore({ id, version: archived.version });
    expect(await names({ text: 'med spo' })).toEqual([name]);
    expect(await names({ text: 'nothing like it', status: 'all' })).toEqual([]);
  });

  it('tells in its history what was done, by whom, from what to what', async () => {
    const { id, version, name } = await add();
    await clinic.admin.visitTypes.update({ id, version, visitType: { ...form, name, minutes: 25 } });
    await clinic.admin.visitTypes.archive({ id, version: 2 });
    const { events } = await clinic.admin.admin.history({ table: 'visitTypes', id: String(id) });
    expect(events.map(({ action }) => action)).toEqual(['archive', 'update', 'create']);
    expect(events[1]?.changes).toEqual([{ field: 'minutes', from: 10, to: 25 }]);
  });

  it('stands in Administration, where it is changed by the same rules', async () => {
    const { id } = await add({ name: 'Check-up' });
    const found = await clinic.admin.admin.list({ table: 'visitTypes', text: 'check-up' });
    expect(found.rows).toMatchObject([{ id: String(id), label: 'Check-up', cells: { minutes: 10, colour: 'green' } }]);
    const { version, values } = await clinic.admin.admin.get({ table: 'visitTypes', id: String(id) });
    const save = (part: object) =>
      clinic.admin.admin.save({ table: 'visitTypes', id: String(id), version, values: { ...values, ...part } });
    await expect(save({ minutes: 999 })).rejects.toMatchObject({ data: { fields: [{ path: 'visitType.minutes' }] } });
    expect(await save({ minutes: 30 })).toMatchObject({ values: { minutes: 30 }, page: `/visit-types/${id}` });
    await clinic.admin.admin.action({ table: 'visitTypes', action: 'archive', ids: [String(id)] });
    expect(await clinic.admin.visitTypes.get({ id })).toMatchObject({ status: 'archived' });
  });

  it('can be marked, and is among what changed lately', async () => {
    const { id, name } = await add();
    await clinic.admin.bookmarks.set({ kind: 'visitType', id, on: true });
    expect(await clinic.admin.bookmarks.list()).toMatchObject([{ kind: 'visitType', id, name, detail: '10 min' }]);
    await clinic.admin.dashboard.refresh();
    const { changes } = await clinic.admin.dashboard.figures();
    expect(changes).toContainEqual(expect.objectContaining({ entity: 'visitType', id, name, action: 'create' }));
  });

  it('is looked up by everybody in the clinic and kept by Administrators', async () => {
    const { id, version } = await add();
    const { client } = await hire(clinic, 'desk', { groupIds: [GROUPS.reception] });
    expect(await client.visitTypes.get({ id })).toMatchObject({ id });
    expect(await codeOf(client.visitTypes.archive({ id, version }))).toBe('FORBIDDEN');
  });

  it('comes with made-up data, once', async () => {
    for (const seed of [1, 2]) {
      const { jobId } = await clinic.admin.imports.demo({ patients: 1, seed });
      for await (const { state } of await clinic.admin.imports.progress({ jobId })) expect(state).not.toBe('failed');
    }
    expect((await names()).filter((name) => name === 'First visit')).toHaveLength(1);
    expect(await clinic.admin.visitTypes.list({ text: 'minor' })).toMatchObject([{ minutes: 45, minutesBefore: 10 }]);
  });
});

it('is looked up and kept, in clinics of earlier programs, by whoever looks up and keeps doctors', async () => {
  const rights = await carriedAcross(
    '0006_visit_types',
    (sqlite) =>
      sqlite.exec(
        `insert into group_permission (group_id, permission) values (3, 'doctors.change'), (5, 'doctors.add');
        insert into user (id, username, username_key, family_name, password_changed_at, joined_at, created_at, updated_at)
          values (7, 'sam', 'sam', 'Sam', 0, 0, 0, 0);
        insert into user_permission (user_id, permission) values (7, 'doctors.view'), (7, 'patients.view')`,
      ),
    (sqlite) =>
      sqlite
        .prepare(
          `select group_id || ' ' || permission from group_permission where permission like 'visitTypes.%'
          union all select 'user ' || user_id || ' ' || permission from user_permission where permission like 'visitTypes.%'`,
        )
        .pluck()
        .all(),
  );
  expect(rights.sort()).toEqual(
    [
      ...['1 visitTypes.add', '1 visitTypes.change', '1 visitTypes.delete', '1 visitTypes.view', '2 visitTypes.view'],
      ...['3 visitTypes.change', '3 visitTypes.view', '4 visitTypes.view', '5 visitTypes.add', '5 visitTypes.view'],
      'user 7 visitTypes.view',
    ].sort(),
  );
});
