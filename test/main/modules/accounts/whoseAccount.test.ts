import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, userForm } from '#test/support/staff.ts';

/** What the staff may do to each other's accounts, and to records with a right that is nearly the right one. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const MINUTE = 60_000;

async function face(): Promise<Blob> {
  const made = sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } }).png();
  return new Blob([new Uint8Array(await made.toBuffer())]);
}

describe('the photo of a user', () => {
  it('is changed and taken away by nobody but the user and those who may change users', async () => {
    const mary = await hire(clinic, 'mary', { permissions: ['patients.change', 'doctors.change'] });
    const bob = await hire(clinic, 'bob');
    const file = await face();
    const ofBob = { subject: 'user' as const, subjectId: bob.id };
    const { photoId } = await bob.client.photos.set({ ...ofBob, file });
    expect(await codeOf(mary.client.photos.set({ ...ofBob, file }))).toBe('FORBIDDEN');
    expect(await codeOf(mary.client.photos.remove(ofBob))).toBe('FORBIDDEN');
    expect(await clinic.admin.users.get({ id: bob.id })).toMatchObject({ photoId });
    expect(await codeOf(clinic.admin.photos.remove(ofBob))).toBe('ok');
    expect(await clinic.admin.users.get({ id: bob.id })).toMatchObject({ photoId: null });
  });

  it('says nothing of whose a patient or doctor of the same number is', async () => {
    const mary = await hire(clinic, 'mary');
    const [patient, doctor] = [await addPatient(clinic.admin), await addDoctor(clinic.admin)];
    const file = await face();
    for (const [subject, subjectId] of [
      ['patient', patient.id],
      ['doctor', doctor.id],
      ['patient', mary.id],
      ['doctor', mary.id],
    ] as const) {
      expect(await codeOf(mary.client.photos.set({ subject, subjectId, file }))).toBe('FORBIDDEN');
      expect(await codeOf(mary.client.photos.remove({ subject, subjectId }))).toBe('FORBIDDEN');
    }
  });
});

describe('a superuser who is in no group', () => {
  it('is out of reach for staff who hold every right to users', async () => {
    const rights = ['users.view', 'users.add', 'users.change', 'users.delete', 'sessions.view', 'sessions.delete'];
    const helper = await hire(clinic, 'helper', { isStaff: true, permissions: rights });
    const root = await hire(clinic, 'root', { isSuperuser: true });
    const { users, admin } = helper.client;
    const { version } = await users.get({ id: root.id });
    const place = { id: root.id, version };
    const asked = {
      code: users.issueResetCode({ id: root.id }),
      password: users.setPassword({ id: root.id, password: OTHER_PASSWORD }),
      factor: users.resetSecondFactor({ id: root.id }),
      sessions: users.endSessions({ id: root.id }),
      save: users.update({ ...place, user: userForm('root', { isSuperuser: true }) }),
      shut: users.deactivate(place),
    };
    for (const [what, call] of Object.entries(asked)) expect([what, await codeOf(call)]).toEqual([what, 'FORBIDDEN']);
    const many = await admin.action({ table: 'users', action: 'deactivate', ids: [String(root.id)] });
    expect(many).toMatchObject({ done: [], failed: [{ label: 'root Tester' }] });
    expect(await codeOf(root.client.users.list({}))).toBe('ok');
  });
});

describe('archiving', () => {
  it('needs the right to delete; the right to change is not enough, on whatever page', async () => {
    const { client } = await hire(clinic, 'writer', {
      isStaff: true,
      permissions: ['patients', 'doctors', 'images'].flatMap((kind) => [`${kind}.view`, `${kind}.change`]),
    });
    const patient = await addPatient(clinic.admin);
    const doctor = await addDoctor(clinic.admin);
    expect(await codeOf(client.patients.archive({ id: patient.id, version: patient.version }))).toBe('FORBIDDEN');
    expect(await codeOf(client.doctors.archive({ id: doctor.id, version: doctor.version }))).toBe('FORBIDDEN');
    expect(await codeOf(client.images.archive({ id: 1, version: 1 }))).toBe('FORBIDDEN');
    for (const [table, id] of [
      ['patients', patient.id],
      ['doctors', doctor.id],
      ['images', 1],
    ] as const) {
      expect((await client.admin.tables()).find(({ name }) => name === table)?.actions).toEqual([]);
      for (const action of ['archive', 'restore'])
        expect(await codeOf(client.admin.action({ table, action, ids: [String(id)] }))).toBe('FORBIDDEN');
    }
    expect(await clinic.admin.patients.get({ id: patient.id })).toMatchObject({ status: 'active' });
  });
});

describe('looking after an account', () => {
  it('asks for the password again once it was not given for a while', async () => {
    const helper = await hire(clinic, 'helper', { permissions: ['users.view', 'users.change'] });
    const mary = await hire(clinic, 'mary');
    clinic.backend.clock.pass(3 * MINUTE);
    await helper.client.accounts.activity();
    clinic.backend.clock.pass(3 * MINUTE);
    const { users } = helper.client;
    const resetFactor = () => users.resetSecondFactor({ id: mary.id });
    const calls = [
      () => users.issueResetCode({ id: mary.id }),
      () => users.setPassword({ id: mary.id, password: OTHER_PASSWORD }),
    ];
    for (const call of [resetFactor, ...calls]) expect(await codeOf(call())).toBe('FRESH_PASSWORD_REQUIRED');
    await helper.client.accounts.confirmPassword({ password: PASSWORD });
    for (const call of calls) expect(await codeOf(call())).toBe('ok');
    // They have none.
    expect(await codeOf(resetFactor())).toBe('NOT_FOUND');
  });
});
