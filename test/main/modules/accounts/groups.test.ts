import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { procedure } from '#contract/ground/procedure.ts';
import { declaredProcedures, permissionCatalogue } from '#main/services/permissions.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

describe('groups', () => {
  it('are there from the start, and can be changed', async () => {
    const { admin } = clinic;
    expect((await admin.groups.list()).map((group) => group.name)).toEqual([
      'Administrators',
      'Billing',
      'Doctors',
      'Read only',
      'Reception',
    ]);
    const { version } = await admin.groups.get({ id: GROUPS.billing });
    const group = { name: 'Accounts', permissions: ['patients.view'], startPage: '/patients' };
    const saved = await admin.groups.update({ id: GROUPS.billing, version, group });
    expect(saved).toMatchObject({ name: 'Accounts', permissions: ['patients.view'], startPage: '/patients' });
    expect(await codeOf(admin.groups.update({ id: GROUPS.billing, version, group }))).toBe('CONFLICT');
    expect(await codeOf(admin.groups.create({ group: { name: 'Accounts' } }))).toBe('VALIDATION');
  });

  it('give their rights and start page to their members at once', async () => {
    const { admin } = clinic;
    const made = await admin.groups.create({ group: { name: 'Trainees', startPage: '/doctors' } });
    const mary = await hire(clinic, 'mary', { groupIds: [made.id] });
    expect(await codeOf(mary.client.patients.count({}))).toBe('FORBIDDEN');
    const group = { name: 'Trainees', permissions: ['patients.view'], startPage: '/doctors' };
    await admin.groups.update({ id: made.id, version: made.version, group });
    expect(await codeOf(mary.client.patients.count({}))).toBe('ok');
    expect(await mary.client.accounts.start()).toMatchObject({ user: { preferences: { startPage: '/doctors' } } });
  });

  it('are deleted only when empty, or when everybody who loses them was named, and never as the default', async () => {
    const { admin } = clinic;
    const { id, version } = await admin.groups.create({ group: { name: 'Trainees', permissions: ['patients.view'] } });
    const mary = await hire(clinic, 'mary', { groupIds: [id] });
    await expect(admin.groups.delete({ id, version })).rejects.toMatchObject({
      code: 'IN_USE',
      data: { reasons: [{ key: 'accounts.groupHasMembers', params: { count: 1 } }] },
    });
    expect(await codeOf(admin.groups.delete({ id, version, members: [1, mary.id] }))).toBe('IN_USE');
    expect(await codeOf(admin.groups.delete({ id, version, members: [mary.id] }))).toBe('ok');
    expect(await codeOf(mary.client.patients.count({}))).toBe('FORBIDDEN');
    const readOnly = await admin.groups.get({ id: GROUPS.readOnly });
    expect(await codeOf(admin.groups.delete({ id: readOnly.id, version: readOnly.version }))).toBe('IN_USE');
  });

  it('cannot be given what their editor lacks', async () => {
    const { client } = await hire(clinic, 'sam', { permissions: ['groups.view', 'groups.add', 'groups.change'] });
    expect(await codeOf(client.groups.create({ group: { name: 'Mine', permissions: ['patients.delete'] } }))).toBe(
      'FORBIDDEN',
    );
    const { version, name, permissions } = await client.groups.get({ id: GROUPS.readOnly });
    const group = { name, permissions: [...permissions, 'users.change'] };
    expect(await codeOf(client.groups.update({ id: GROUPS.readOnly, version, group }))).toBe('FORBIDDEN');
    expect(await codeOf(client.groups.create({ group: { name: 'Mine', permissions: ['groups.view'] } }))).toBe('ok');
  });
});

describe('permissions', () => {
  it('come from the contract: a new procedure brings its own', async () => {
    const catalogue = await clinic.admin.permissions.catalogue();
    const patients = catalogue.find((entry) => entry.entity === 'patients');
    expect(patients?.permissions.map(({ action }) => action)).toEqual(['view', 'add', 'change', 'delete']);
    expect(patients?.permissions[0]?.procedures).toContain('patients.search');
    expect(catalogue.find((entry) => entry.entity === 'data')?.permissions).toMatchObject([
      { action: 'import', extra: true },
    ]);
    const added = {
      suppliers: { order: procedure({ access: 'data.import', effect: 'write' }).output(z.object({})) },
    };
    expect(permissionCatalogue(declaredProcedures(added))).toEqual([
      {
        entity: 'data',
        permissions: [{ name: 'data.import', action: 'import', extra: true, procedures: ['suppliers.order'] }],
      },
    ]);
  });

  it('are explained by where they come from', async () => {
    const { admin } = clinic;
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception], permissions: ['doctors.change'] });
    const why = (permission: string, userId = mary.id) => admin.permissions.explain({ userId, permission });
    expect(await why('patients.change')).toMatchObject({ allowed: true, own: false, groups: [{ name: 'Reception' }] });
    expect(await why('doctors.change')).toMatchObject({ allowed: true, own: true, groups: [] });
    expect(await why('users.view')).toMatchObject({ allowed: false, couldJoin: [{ name: 'Administrators' }] });
    expect(await why('users.view', 1)).toMatchObject({ allowed: true, isSuperuser: true });
    const { version } = await admin.users.get({ id: mary.id });
    await admin.users.deactivate({ id: mary.id, version });
    expect(await why('patients.change')).toMatchObject({
      allowed: false,
      isActive: false,
      groups: [{ name: 'Reception' }],
    });
  });

  it('show before a group is saved who gains and who loses what', async () => {
    const { admin } = clinic;
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    const nora = await hire(clinic, 'nora', { groupIds: [GROUPS.reception, GROUPS.doctors] });
    const gone = await hire(clinic, 'gone', { groupIds: [GROUPS.reception] });
    await admin.users.deactivate({ id: gone.id, version: (await admin.users.get({ id: gone.id })).version });
    const may = (await admin.groups.get({ id: GROUPS.reception })).permissions;
    const permissions = [
      ...may.filter((right) => !/^(?:images|patients)\.(?!view$)|^images/.test(right)),
      'doctors.change',
    ];
    const { gains, loses } = await admin.permissions.preview({ groupId: GROUPS.reception, permissions });
    expect(gains).toMatchObject([
      { userId: mary.id, permissions: ['doctors.change'] },
      { userId: nora.id, permissions: ['doctors.change'] },
    ]);
    expect(loses).toMatchObject([
      { userId: mary.id, permissions: ['images.view', 'patients.add', 'patients.change', 'patients.delete'] },
    ]);
    expect(await codeOf(mary.client.patients.count({}))).toBe('ok');
  });

  it('are a superuser’s without exception, and an inactive one’s not at all', async () => {
    const { admin } = clinic;
    const root = await hire(clinic, 'root', { isSuperuser: true });
    expect(await codeOf(root.client.users.list({}))).toBe('ok');
    const { version } = await admin.users.get({ id: root.id });
    await admin.users.update({ id: root.id, version, user: userForm('root', { isSuperuser: true, isActive: false }) });
    expect(await codeOf(root.client.users.list({}))).toBe('UNAUTHENTICATED');
  });
});
