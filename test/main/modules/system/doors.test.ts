import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, signedIn, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const SUPERUSER = 1;
const picture = async () => {
  const image = sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } });
  return new Blob([new Uint8Array(await image.png().toBuffer())]);
};
const newDoctor = (userId: number | null, familyName = 'Okoro') => ({
  createKey: crypto.randomUUID(),
  doctor: { familyName, userId },
});

describe('the photo of somebody who may do more', () => {
  it('is neither replaced nor removed by the right to change users', async () => {
    const { client, id } = await hire(clinic, 'sam', { permissions: ['users.view', 'users.change'] });
    const subject = 'user' as const;
    await clinic.admin.photos.set({ subject, subjectId: SUPERUSER, file: await picture() });
    const { photoId } = (await clinic.admin.me.get()).user;
    expect(await codeOf(client.photos.set({ subject, subjectId: SUPERUSER, file: await picture() }))).toBe('FORBIDDEN');
    expect(await codeOf(client.photos.remove({ subject, subjectId: SUPERUSER }))).toBe('FORBIDDEN');
    expect((await clinic.admin.me.get()).user.photoId).toBe(photoId);
    expect(await codeOf(client.photos.set({ subject, subjectId: id, file: await picture() }))).toBe('ok');
    const peer = await clinic.admin.users.create({ user: userForm('peer') });
    expect(await codeOf(client.photos.set({ subject, subjectId: peer.id, file: await picture() }))).toBe('ok');
    expect(await codeOf(client.photos.set({ subject, subjectId: 999, file: await picture() }))).toBe('NOT_FOUND');
  });
});

describe('the account of somebody who may do more', () => {
  it('is neither linked to a doctor nor taken off one by the right to change doctors', async () => {
    const permissions = ['doctors.view', 'doctors.add', 'doctors.change'];
    const { client, id } = await hire(clinic, 'sam', { permissions });
    expect(await codeOf(client.doctors.create(newDoctor(SUPERUSER)))).toBe('FORBIDDEN');
    const free = await client.doctors.create(newDoctor(null));
    const link = ({ id: own, version }: { id: number; version: number }, userId: number | null) =>
      client.doctors.update({ id: own, version, doctor: { familyName: 'Okoro', userId } });
    expect(await codeOf(link(free, SUPERUSER))).toBe('FORBIDDEN');
    const linked = await clinic.admin.doctors.create(newDoctor(SUPERUSER, 'Moreau'));
    expect(await codeOf(link(linked, null))).toBe('FORBIDDEN');
    // What does not touch the link is the doctor's own.
    expect(await codeOf(link(linked, SUPERUSER))).toBe('ok');
    expect(await codeOf(link(free, id))).toBe('ok');
  });

  it('is not reached through the forms of Administration either', async () => {
    const permissions = ['doctors.view', 'doctors.change', 'groups.view', 'groups.change'];
    const { client } = await hire(clinic, 'sam', { permissions, isStaff: true });
    const doctor = await clinic.admin.doctors.create(newDoctor(null));
    const place = { table: 'doctors', id: String(doctor.id), version: doctor.version };
    expect(await codeOf(client.admin.save({ ...place, values: { userId: SUPERUSER } }))).toBe('FORBIDDEN');
    const { version } = await client.groups.get({ id: GROUPS.administrators });
    const group = { table: 'groups', id: String(GROUPS.administrators), version };
    expect(await codeOf(client.admin.save({ ...group, values: { permissions: [] } }))).toBe('FORBIDDEN');
  });
});

describe('a group that may do more than its editor', () => {
  const editor = ['groups.view', 'groups.change', 'groups.delete', 'patients.view'];

  it('keeps its name, its rights and itself', async () => {
    const { client } = await hire(clinic, 'sam', { permissions: editor });
    const { id, version, name, permissions } = await client.groups.get({ id: GROUPS.reception });
    const save = (group: { name: string; permissions: string[] }) =>
      codeOf(client.groups.update({ id, version, group }));
    expect(await save({ name, permissions: [] })).toBe('FORBIDDEN');
    expect(await save({ name: 'Nobody', permissions })).toBe('FORBIDDEN');
    expect(await codeOf(client.groups.delete({ id, version }))).toBe('FORBIDDEN');
    const small = await clinic.admin.groups.create({ group: { name: 'Small', permissions: ['patients.view'] } });
    const changed = client.groups.update({ id: small.id, version: small.version, group: { name: 'Less' } });
    expect(await changed).toMatchObject({ name: 'Less', permissions: [] });
    expect(await codeOf(client.groups.delete({ id: small.id, version: 2 }))).toBe('ok');
  });
});

describe('the group Administrators', () => {
  it('keeps its name and all of its rights, unless a superuser changes it', async () => {
    const amir = await hire(clinic, 'amir', { groupIds: [GROUPS.administrators] });
    const { id, version, name, permissions } = await amir.client.groups.get({ id: GROUPS.administrators });
    const less = { name: 'Guests', permissions: permissions.slice(1) };
    await expect(amir.client.groups.update({ id, version, group: less })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { sentence: { key: 'accounts.administratorsStay' } },
    });
    expect(await codeOf(amir.client.groups.delete({ id, version, members: [1, amir.id] }))).toBe('FORBIDDEN');
    expect(await amir.client.groups.get({ id })).toMatchObject({ name, permissions });
    const again = await signedIn(clinic.backend, 'ada', 'violet-harbour-lantern-42');
    expect(await codeOf(again.client.groups.update({ id, version, group: less }))).toBe('ok');
  });
});
