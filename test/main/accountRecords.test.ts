import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor } from '#test/support/people.ts';
import { codeOf, GROUPS, userForm } from '#test/support/staff.ts';
import { traced as tracedIn } from '#test/support/traced.ts';

/** Users, groups and profiles are saved as every other record is. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const traced = (work: () => Promise<unknown>) => tracedIn(clinic.backend.services, work);

describe('saving a user', () => {
  it('tells signals and audit once, what differs in the form and what links came and went', async () => {
    const { admin } = clinic;
    const doctor = await addDoctor(admin);
    const { id, version } = await admin.users.create({ user: userForm('sam', { groupIds: [GROUPS.readOnly] }) });
    const form = userForm('sam', { familyName: 'Otieno', groupIds: [GROUPS.reception], doctorId: doctor.id });
    expect(await traced(() => admin.users.update({ id, version, user: form }))).toEqual([
      ['preSave', 'user', id],
      ['postSave', 'user', id],
      ['preSave', 'doctor', doctor.id],
      ['postSave', 'doctor', doctor.id],
      [
        ...['update', 'user', id],
        {
          changed: { familyName: ['Tester', 'Otieno'], doctorId: [null, doctor.id] },
          groups: { added: [GROUPS.reception], removed: [GROUPS.readOnly] },
        },
      ],
      ['update', 'doctor', doctor.id, { changed: { userId: [null, id] } }],
    ]);
  });

  it('who is let in or shut out says so', async () => {
    const { admin } = clinic;
    const { id, version } = await admin.users.create({ user: userForm('sam') });
    expect(await traced(() => admin.users.deactivate({ id, version }))).toEqual([
      ['preSave', 'user', id],
      ['postSave', 'user', id],
      ['deactivate', 'user', id, { changed: { isActive: [true, false] } }],
    ]);
  });

  it('by themselves is the same', async () => {
    const { admin } = clinic;
    const { user, version } = await admin.me.get();
    const { username, givenName, familyName, email } = user;
    const form = { username, givenName, familyName, email, phone: '+49 228 1234' };
    expect(await traced(() => admin.me.updateUser({ version, user: form }))).toEqual([
      ['preSave', 'user', user.id],
      ['postSave', 'user', user.id],
      ['update', 'user', user.id, { changed: { phone: ['', expect.stringContaining('228')] } }],
    ]);
  });
});

describe('saving a group', () => {
  it('tells signals and audit once, what differs in the form and which permissions came and went', async () => {
    const { admin } = clinic;
    const { id, version } = await admin.groups.create({ group: { name: 'Nurses', permissions: ['patients.view'] } });
    const group = { name: 'Nursing', permissions: ['patients.change'] };
    expect(await traced(() => admin.groups.update({ id, version, group }))).toEqual([
      ['preSave', 'group', id],
      ['postSave', 'group', id],
      [
        ...['update', 'group', id],
        {
          changed: { name: ['Nurses', 'Nursing'] },
          permissions: { added: ['patients.change'], removed: ['patients.view'] },
        },
      ],
    ]);
  });
});

describe('saving one’s profile', () => {
  it('makes it once and changes it from then on', async () => {
    const { admin } = clinic;
    const { user } = await admin.me.get();
    expect(await traced(() => admin.me.updateProfile({ profile: { jobTitle: 'Nurse' } }))).toEqual([
      ['preSave', 'profile', null],
      ['postSave', 'profile', user.id],
      ['create', 'profile', user.id, null],
    ]);
    expect(await traced(() => admin.me.updateProfile({ version: 1, profile: { jobTitle: 'Head nurse' } }))).toEqual([
      ['preSave', 'profile', user.id],
      ['postSave', 'profile', user.id],
      ['update', 'profile', user.id, { changed: { jobTitle: ['Nurse', 'Head nurse'] } }],
    ]);
  });
});

describe('a form that somebody else was faster than', () => {
  it('is a conflict that leaves no trace', async () => {
    const { admin } = clinic;
    const user = await admin.users.create({ user: userForm('sam') });
    const group = await admin.groups.create({ group: { name: 'Nurses' } });
    await admin.me.updateProfile({ profile: {} });
    const late = await traced(async () => {
      const place = { id: user.id, version: user.version + 1 };
      expect(await codeOf(admin.users.update({ ...place, user: userForm('sam') }))).toBe('CONFLICT');
      expect(await codeOf(admin.users.deactivate(place))).toBe('CONFLICT');
      const groupPlace = { id: group.id, version: group.version + 1 };
      expect(await codeOf(admin.groups.update({ ...groupPlace, group: { name: 'Other' } }))).toBe('CONFLICT');
      expect(await codeOf(admin.groups.delete({ ...groupPlace, members: [] }))).toBe('CONFLICT');
      expect(await codeOf(admin.me.updateProfile({ version: 7, profile: {} }))).toBe('CONFLICT');
    });
    expect(late.filter((row) => String((row as unknown[])[0]).endsWith('Save'))).toEqual([]);
    expect((await admin.groups.get({ id: group.id })).name).toBe('Nurses');
  });
});
