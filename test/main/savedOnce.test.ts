import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient, formOf } from '#test/support/people.ts';
import { GROUPS, PASSWORD, userForm } from '#test/support/staff.ts';
import { traced as tracedIn } from '#test/support/traced.ts';

/** A form that is sent twice, and a form that says nothing new: on records of every kind. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const traced = (work: () => Promise<unknown>) => tracedIn(clinic.backend.services, work);

async function blob(background = '#0a0'): Promise<Blob> {
  const create = { width: 60, height: 60, channels: 3, background } as const;
  return new Blob([new Uint8Array(await sharp({ create }).png().toBuffer())], { type: 'image/png' });
}

type Client = Awaited<ReturnType<typeof startClinic>>['admin'];
type Made = { id: number | string };

/** How a record of each kind is made with a key, and with which other contents it is sent again. */
const patient = { familyName: 'Okafor', birthDate: '1984-03-12', sex: 'female' as const };
const kinds: Record<string, (admin: Client, createKey: string, isOther: boolean) => Promise<Made>> = {
  patient: (admin, createKey, isOther) =>
    admin.patients.create({ createKey, patient: isOther ? { ...patient, notes: 'allergic' } : patient }),
  doctor: (admin, createKey, isOther) =>
    admin.doctors.create({ createKey, doctor: { familyName: isOther ? 'Lee' : 'Min' } }),
  visitType: (admin, createKey, isOther) =>
    admin.visitTypes.create({ createKey, visitType: { name: 'Travel', minutes: isOther ? 30 : 20 } }),
  image: async (admin, createKey, isOther) =>
    admin.images.add({ createKey, file: await blob(), image: { caption: isOther ? 'Knee' : 'Arm', tags: ['b', 'a'] } }),
  'picture of an image': async (admin, createKey, isOther) =>
    admin.images.add({ createKey, file: await blob(isOther ? '#a00' : '#00a'), image: { caption: 'Arm' } }),
  group: (admin, createKey, isOther) =>
    admin.groups.create({
      createKey,
      group: { name: 'Trainees', permissions: isOther ? [] : ['doctors.view', 'patients.view'] },
    }),
  user: (admin, createKey, isOther) =>
    admin.users.create({ createKey, user: userForm('sam', { groupIds: isOther ? [] : [GROUPS.reception] }) }),
  'password of a user': (admin, createKey, isOther) =>
    admin.users.create({ createKey, user: userForm('sam'), password: isOther ? `other-${PASSWORD}` : PASSWORD }),
  'group in Administration': (admin, createKey, isOther) =>
    admin.admin.create({ table: 'groups', createKey, values: { name: isOther ? 'Interns' : 'Trainees' } }),
  'user in Administration': (admin, createKey, isOther) =>
    admin.admin.create({ table: 'users', createKey, values: userForm('sam', { givenName: isOther ? 'Sam' : 'S' }) }),
};

describe.each(Object.entries(kinds))('a form for a new record (%s)', (_name, make) => {
  it('makes one, however often it is sent', async () => {
    const createKey = randomUUID();
    const { id } = await make(clinic.admin, createKey, false);
    const again = await traced(async () => {
      expect(await make(clinic.admin, createKey, false)).toMatchObject({ id });
    });
    expect(again).toEqual([]);
  });

  it('is not lost where it says something else by then', async () => {
    const createKey = randomUUID();
    await make(clinic.admin, createKey, false);
    await expect(make(clinic.admin, createKey, true)).rejects.toMatchObject({
      code: 'IN_USE',
      data: { sentence: { key: 'errors.savedAlready' } },
    });
  });
});

describe('saving what is so already', () => {
  it('writes nothing of a patient or doctor, so that no open form collides with it', async () => {
    const { admin } = clinic;
    const [stored, doctor] = [await addPatient(admin), await addDoctor(admin)];
    const { id, version } = stored;
    const left = await traced(async () => {
      expect(await admin.patients.update({ id, version, patient: formOf(stored) })).toMatchObject({ version });
      expect(await admin.patients.restore({ id, version })).toMatchObject({ version, status: 'active' });
      const { id: doctorId } = doctor;
      const form = { familyName: 'Lee', givenName: 'Min' };
      await admin.doctors.update({ id: doctorId, version: doctor.version, doctor: form });
      await admin.doctors.restore({ id: doctorId, version: doctor.version });
    });
    expect(left).toEqual([]);
    expect(await admin.patients.get({ id })).toMatchObject({ version: 1 });
  });

  it('writes nothing of an archived record that is archived', async () => {
    const { admin } = clinic;
    const { id } = await addPatient(admin);
    const archived = await admin.patients.archive({ id, version: 1 });
    const { version } = archived;
    expect(
      await traced(async () => expect(await admin.patients.archive({ id, version })).toMatchObject({ version })),
    ).toEqual([]);
  });

  it('writes nothing of settings', async () => {
    const { admin } = clinic;
    const { policy, version } = await admin.policy.get();
    const left = await traced(async () => {
      await admin.policy.update({ version, policy });
      await admin.images.setOptions({ links: true });
    });
    expect(left).toEqual([]);
  });

  it('writes nothing of a photo that is not there', async () => {
    const { admin } = clinic;
    const { id } = await addPatient(admin);
    await admin.photos.set({ subject: 'patient', subjectId: id, file: await blob() });
    const remove = () => admin.photos.remove({ subject: 'patient', subjectId: id });
    expect((await traced(remove)).at(-1)).toEqual(['update', 'patient', id, { photo: 'removed' }]);
    expect(await traced(remove)).toEqual([]);
  });

  it('is refused all the same where somebody else saved in between', async () => {
    const { admin } = clinic;
    const stored = await addPatient(admin);
    const { id, version } = stored;
    await admin.patients.update({ id, version, patient: { ...formOf(stored), city: 'Kiel' } });
    await expect(admin.patients.update({ id, version, patient: formOf(stored) })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('a group or user whose links change', () => {
  const rows = async (work: () => Promise<unknown>) =>
    (await traced(work)).filter((row) => Array.isArray(row) && row[0] !== 'preSave' && row[0] !== 'postSave');

  it('has one row in the audit, with all of it', async () => {
    const { admin } = clinic;
    const group = { name: 'Trainees', permissions: ['patients.view'] };
    let id = 0;
    const made = await rows(async () => {
      ({ id } = await admin.groups.create({ group }));
    });
    const added = { added: ['patients.view'], removed: [] };
    expect(made).toEqual([['create', 'group', id, { created: 'Trainees', permissions: added }]]);
    const taken = await rows(() => admin.groups.update({ id, version: 1, group: { ...group, permissions: [] } }));
    const removed = { added: [], removed: ['patients.view'] };
    expect(taken).toEqual([['update', 'group', id, { permissions: removed }]]);
  });

  it('collides with a form of them that is open elsewhere', async () => {
    const { admin } = clinic;
    const { id, version } = await admin.users.create({ user: userForm('sam') });
    const user = userForm('sam', { groupIds: [GROUPS.reception] });
    const changed = await rows(() => admin.users.update({ id, version, user }));
    const groups = { added: [GROUPS.reception], removed: [] };
    expect(changed).toEqual([['update', 'user', id, { groups }]]);
    const late = admin.users.update({ id, version, user: userForm('sam', { familyName: 'Later' }) });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
