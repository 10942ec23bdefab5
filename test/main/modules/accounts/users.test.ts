import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from '#contract/system/live.ts';
import { connect } from '#db/sqlite/connection.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, OTHER_PASSWORD, PASSWORD, signedIn, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

describe('users', () => {
  it('are found by any of their names, by standing and by group', async () => {
    const { admin } = clinic;
    await admin.users.create({
      user: userForm('zoe', { givenName: 'Zoë', familyName: 'Çelik', groupIds: [GROUPS.reception] }),
    });
    const { id, version } = await admin.users.create({ user: userForm('bob', { email: 'Bob@Example.org' }) });
    await admin.users.deactivate({ id, version });
    const names = async (input: Parameters<typeof admin.users.list>[0]) =>
      (await admin.users.list(input)).rows.map((row) => row.username);
    expect(await names({})).toEqual(['ada', 'zoe']);
    expect(await names({ text: 'zoe celik' })).toEqual(['zoe']);
    expect(await names({ text: 'bob@example', status: 'inactive' })).toEqual(['bob']);
    expect(await names({ groupId: GROUPS.reception })).toEqual(['zoe']);
    const first = await admin.users.list({ status: 'all', limit: 2 });
    expect(first.rows.map((row) => row.username)).toEqual(['ada', 'bob']);
    expect(await names({ status: 'all', limit: 2, cursor: first.next ?? '' })).toEqual(['zoe']);
  });

  it('stand to choose from while they are active, with the doctor they are linked to already', async () => {
    const { admin } = clinic;
    const doctor = await admin.doctors.create({ createKey: crypto.randomUUID(), doctor: { familyName: 'Okoro' } });
    const zoe = await admin.users.create({ user: userForm('zoe', { familyName: 'Çelik', doctorId: doctor.id }) });
    const { id, version } = await admin.users.create({ user: userForm('bob') });
    await admin.users.deactivate({ id, version });
    const found = await admin.users.choices({});
    expect(found.map(({ username, doctorId }) => [username, doctorId])).toEqual([
      ['ada', null],
      ['zoe', doctor.id],
    ]);
    expect((await admin.users.choices({ text: 'celik' })).map((row) => row.id)).toEqual([zoe.id]);
    const reception = await hire(clinic, 'mary', { groupIds: [GROUPS.readOnly] });
    expect(await codeOf(reception.client.users.choices({}))).toBe('FORBIDDEN');
  });

  it('keep their usernames apart without regard to case or Unicode form', async () => {
    const { admin } = clinic;
    await admin.users.create({ user: userForm('ｍａｒｙ') });
    await expect(admin.users.create({ user: userForm('MARY') })).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: [{ path: 'user.username', key: 'validation.usernameTaken' }] },
    });
    expect((await admin.users.list({ text: 'mary' })).rows[0]?.username).toBe('mary');
  });

  it('are saved with groups, single permissions and their doctor, and a second form that is older is refused', async () => {
    const { admin } = clinic;
    const doctor = await admin.doctors.create({ createKey: crypto.randomUUID(), doctor: { familyName: 'House' } });
    const made = await admin.users.create({ user: userForm('greg') });
    const user = userForm('greg', { groupIds: [GROUPS.doctors], permissions: ['doctors.change'], doctorId: doctor.id });
    const saved = await admin.users.update({ id: made.id, version: made.version, user });
    expect(saved).toMatchObject({ groupIds: [2], permissions: ['doctors.change'], doctorId: doctor.id });
    expect(await admin.doctors.get({ id: doctor.id })).toMatchObject({ userId: made.id });
    expect(await codeOf(admin.users.update({ id: made.id, version: made.version, user }))).toBe('CONFLICT');
    const other = admin.users.create({ user: userForm('lisa', { doctorId: doctor.id }) });
    await expect(other).rejects.toMatchObject({ data: { fields: [{ path: 'user.doctorId' }] } });
  });

  it('are refused permissions and groups that do not exist', async () => {
    const { admin } = clinic;
    expect(await codeOf(admin.users.create({ user: userForm('x', { permissions: ['patients.fly'] }) }))).toBe(
      'VALIDATION',
    );
    expect(await codeOf(admin.users.create({ user: userForm('x', { groupIds: [99] }) }))).toBe('VALIDATION');
  });

  it('that are deactivated are nobody from their next call on, and nobody again after they are let in', async () => {
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    expect(await codeOf(mary.client.patients.count({}))).toBe('ok');
    const { version } = await clinic.admin.users.get({ id: mary.id });
    const gone = await clinic.admin.users.deactivate({ id: mary.id, version });
    expect(await codeOf(mary.client.patients.count({}))).toBe('UNAUTHENTICATED');
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('WRONG_CREDENTIALS');
    await clinic.admin.users.activate({ id: mary.id, version: gone.version });
    expect(await codeOf(mary.client.patients.count({}))).toBe('UNAUTHENTICATED');
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('ok');
  });

  it('lose a right on the next call of a running session, and their windows hear of it at once', async () => {
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    const events = (await mary.client.live.changes())[Symbol.asyncIterator]() as AsyncIterator<LiveEvent>;
    const heard = events.next();
    const before = await clinic.admin.users.get({ id: mary.id });
    await clinic.admin.users.update({ id: mary.id, version: before.version, user: userForm('mary') });
    expect(await codeOf(mary.client.patients.count({}))).toBe('FORBIDDEN');
    const kinds = [(await heard).value, (await events.next()).value].map((event: LiveEvent) => event.kind);
    expect(kinds).toContain('session');
    await events.return?.(undefined);
  });

  it('lose a right on the next call also when another program takes it away', async () => {
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    expect(await codeOf(mary.client.patients.count({}))).toBe('ok');
    const { data } = clinic.backend;
    const { sqlite } = connect(data.db.file, data.key);
    sqlite.prepare('delete from user_group where user_id = ?').run(mary.id);
    sqlite.close();
    expect(await codeOf(mary.client.patients.count({}))).toBe('FORBIDDEN');
  });

  it('get a password from an administrator that they have to change first, and their sessions end', async () => {
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    await clinic.admin.users.setPassword({ id: mary.id, password: OTHER_PASSWORD });
    expect(await codeOf(mary.client.patients.count({}))).toBe('UNAUTHENTICATED');
    const { client } = await signedIn(clinic.backend, 'mary', OTHER_PASSWORD);
    expect(await client.accounts.start()).toMatchObject({ user: { mustChangePassword: true } });
    expect(await codeOf(client.patients.count({}))).toBe('PASSWORD_CHANGE_REQUIRED');
    await client.accounts.changePassword({ oldPassword: OTHER_PASSWORD, newPassword: PASSWORD });
    expect(await codeOf(client.patients.count({}))).toBe('ok');
  });

  it('have sessions and a sign-in history that an administrator sees, and ends', async () => {
    const mary = await hire(clinic, 'mary');
    await signedIn(clinic.backend, 'mary');
    await codeOf(signedIn(clinic.backend, 'mary', 'wrong'));
    expect(await clinic.admin.users.sessionsOf({ id: mary.id })).toHaveLength(2);
    const history = await clinic.admin.users.signInHistory({ id: mary.id, limit: 2 });
    expect(history.map((row) => [row.outcome, row.workstation])).toEqual([
      ['failure', 'FRONT-DESK-2'],
      ['success', 'FRONT-DESK-2'],
    ]);
    const older = await clinic.admin.users.signInHistory({ id: mary.id, before: history[1]?.id ?? 0 });
    expect(older.map((row) => row.outcome)).toEqual(['success']);
    expect(await clinic.admin.users.endSessions({ id: mary.id })).toEqual({ ended: 2 });
    expect(await codeOf(mary.client.session.list())).toBe('UNAUTHENTICATED');
  });
});

describe('nobody grants what they lack', () => {
  const secretary = { permissions: ['users.view', 'users.add', 'users.change', 'patients.view'] };

  it('neither standing, nor permissions, nor groups', async () => {
    const { client } = await hire(clinic, 'sam', secretary);
    const grant = (form: Parameters<typeof userForm>[1]) =>
      codeOf(client.users.create({ user: userForm('new', form) }));
    expect(await grant({ isSuperuser: true })).toBe('FORBIDDEN');
    expect(await grant({ isStaff: true })).toBe('FORBIDDEN');
    expect(await grant({ permissions: ['patients.delete'] })).toBe('FORBIDDEN');
    expect(await grant({ groupIds: [GROUPS.reception] })).toBe('FORBIDDEN');
    expect(await grant({ isActive: false })).toBe('FORBIDDEN');
    expect((await client.users.list({ status: 'all', text: 'new' })).rows).toEqual([]);
    expect(await grant({ permissions: ['patients.view'] })).toBe('ok');
  });

  it('nor takes over the account of somebody who may do more', async () => {
    const { client } = await hire(clinic, 'sam', secretary);
    const rita = await hire(clinic, 'rita', { groupIds: [GROUPS.reception] });
    for (const id of [1, rita.id]) {
      const { version } = await client.users.get({ id });
      expect(await codeOf(client.users.setPassword({ id, password: OTHER_PASSWORD }))).toBe('FORBIDDEN');
      expect(await codeOf(client.users.issueResetCode({ id }))).toBe('FORBIDDEN');
      expect(await codeOf(client.users.resetSecondFactor({ id }))).toBe('FORBIDDEN');
      expect(await codeOf(client.users.endSessions({ id }))).toBe('FORBIDDEN');
      expect(await codeOf(client.users.update({ id, version, user: userForm('taken') }))).toBe('FORBIDDEN');
    }
  });
});

describe('a fresh password', () => {
  it('is asked for before grants and credentials when the last is older than five minutes', async () => {
    const { admin, backend } = clinic;
    for (let minutes = 0; minutes < 5; minutes += 1) {
      backend.clock.pass(60_000);
      await admin.accounts.activity();
    }
    expect(await codeOf(admin.users.create({ user: userForm('x') }))).toBe('FRESH_PASSWORD_REQUIRED');
    expect(await codeOf(admin.users.list({}))).toBe('ok');
    expect(await codeOf(admin.accounts.confirmPassword({ password: 'wrong' }))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(admin.users.create({ user: userForm('x') }))).toBe('FRESH_PASSWORD_REQUIRED');
    expect(await admin.accounts.confirmPassword({ password: 'violet-harbour-lantern-42' })).toEqual({ freshFor: 300 });
    expect(await codeOf(admin.users.create({ user: userForm('x') }))).toBe('ok');
  });
});
