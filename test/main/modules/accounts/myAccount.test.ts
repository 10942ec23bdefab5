import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '#main/services/notice.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, PASSWORD, signedIn, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const profile = { jobTitle: 'Nurse', birthDate: '1990-04-01', about: 'Speaks four languages.' };

describe('my account', () => {
  it('has a profile from the start, but a superuser’s only from their first edit on', async () => {
    const mary = await hire(clinic, 'mary');
    expect(await mary.client.me.get()).toMatchObject({ profile: { jobTitle: '' }, hasPassword: true });
    expect(await clinic.admin.me.get()).toMatchObject({ profile: null });
    const saved = await clinic.admin.me.updateProfile({ profile });
    expect(saved.profile).toMatchObject(profile);
    expect(await codeOf(clinic.admin.me.updateProfile({ profile }))).toBe('CONFLICT');
    expect(await codeOf(clinic.admin.me.updateProfile({ version: 1, profile }))).toBe('ok');
  });

  it('has a user form of its own', async () => {
    const { client } = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    const { version } = await client.me.get();
    const user = { username: 'mary.b', givenName: 'Mary', familyName: 'Bell', email: 'Mary.Bell@Example.org' };
    const saved = await client.me.updateUser({ version, user });
    expect(saved.user).toMatchObject({ username: 'mary.b', email: 'mary.bell@example.org', groups: ['Reception'] });
    expect(await codeOf(client.me.updateUser({ version, user }))).toBe('CONFLICT');
    const taken = client.me.updateUser({ version: saved.version, user: { ...user, username: 'ADA' } });
    await expect(taken).rejects.toMatchObject({ data: { fields: [{ path: 'user.username' }] } });
    expect(
      await codeOf(client.me.updateUser({ version: saved.version, user: { ...user, isSuperuser: true } as never })),
    ).toBe('VALIDATION');
  });

  it('keeps language, theme and start page', async () => {
    const { client } = await hire(clinic, 'mary');
    const wanted = { language: 'de', theme: 'dark' as const, startPage: '/patients' };
    expect(await client.me.updatePreferences(wanted)).toMatchObject({ preferences: wanted });
    expect(await codeOf(client.me.updatePreferences({ ...wanted, startPage: 'https://evil.example' }))).toBe(
      'VALIDATION',
    );
    const again = await signedIn(clinic.backend, 'mary');
    expect(await again.client.accounts.start()).toMatchObject({ user: { preferences: wanted } });
    expect(await client.me.updatePreferences({ theme: 'light' })).toMatchObject({
      preferences: { ...wanted, theme: 'light' },
    });
    expect(await client.me.updatePreferences({})).toMatchObject({ preferences: { ...wanted, theme: 'light' } });
  });

  it('lists one’s own sessions and ends them, not other people’s', async () => {
    const mary = await hire(clinic, 'mary');
    clinic.backend.clock.pass(60_000);
    await signedIn(clinic.backend, 'mary');
    const elsewhere = await signedIn(clinic.backend, 'mary');
    const list = await mary.client.session.list();
    expect(list).toHaveLength(3);
    expect(list.filter((row) => row.current)).toHaveLength(1);
    expect(list[0]).toMatchObject({ workstation: 'FRONT-DESK-2', address: 'local', appVersion: '0.0.0-test' });
    const [administrators] = await clinic.admin.session.list();
    expect(await codeOf(mary.client.session.end({ id: administrators?.id ?? '' }))).toBe('NOT_FOUND');
    expect(await codeOf(clinic.admin.session.list())).toBe('ok');
    const other = (await elsewhere.client.session.list()).find((row) => row.current);
    await mary.client.session.end({ id: other?.id ?? '' });
    expect(await codeOf(elsewhere.client.session.list())).toBe('UNAUTHENTICATED');
    expect(await mary.client.session.endOthers()).toEqual({ ended: 1 });
    expect(await mary.client.session.list()).toHaveLength(1);
  });

  it('shows one’s own sign-in history', async () => {
    const { client } = await hire(clinic, 'mary');
    await codeOf(signedIn(clinic.backend, 'mary', 'wrong'));
    expect((await client.session.history({})).map((row) => row.outcome)).toEqual(['failure', 'success']);
  });
});

describe('messages', () => {
  const noticesOf = async (
    call: (client: typeof clinic.admin) => Promise<unknown>,
    station = clinic.backend.station().station,
  ) => {
    const notices: Notice[] = [];
    const { createRouterClient } = await import('@orpc/server');
    const { router } = clinic.backend;
    const context = { services: clinic.backend.services, connection: { id: 'x', station }, notices };
    await call(createRouterClient(router, { context }) as unknown as typeof clinic.admin);
    return notices;
  };

  it('tell after signing in when and where the last time was, and what failed since', async () => {
    const { clock } = clinic.backend;
    await hire(clinic, 'mary');
    const at = clock.now();
    clock.pass(60_000);
    await codeOf(signedIn(clinic.backend, 'mary', 'wrong'));
    const notices = await noticesOf((client) => client.accounts.signIn({ username: 'mary', password: PASSWORD }));
    expect(notices).toEqual([
      { level: 'warning', key: 'accounts.lastSignIn', params: { at, workstation: 'FRONT-DESK-2', count: 1 } },
    ]);
  });

  it('say that one is signed out to whoever sits there, and keep a user’s own for their next session', async () => {
    const { station } = clinic;
    const { messages } = clinic.backend.services;
    await messages.add(1, { level: 'info', key: 'test.later', params: {} });
    const left = await noticesOf((client) => client.accounts.signOut(), station);
    expect(left.map(({ key }) => key)).toEqual(['accounts.signedOut']);
    expect(await noticesOf((client) => client.accounts.start(), station)).toEqual([]);
    const { username, password } = ADMINISTRATOR;
    const back = await noticesOf((client) => client.accounts.signIn({ username, password }), station);
    expect(back.map(({ key }) => key)).toEqual(['test.later', 'accounts.lastSignIn']);
    expect(await noticesOf((client) => client.patients.count({}), station)).toEqual([]);
  });
});

describe('self-registration', () => {
  const input = { ...userForm('newcomer'), givenName: 'New', familyName: 'Comer', email: '', password: PASSWORD };
  const { username, givenName, familyName, email, password } = input;
  const form = { username, givenName, familyName, email, password };
  const setPolicy = async (choice: 'off' | 'approval' | 'open') => {
    const { policy, version } = await clinic.admin.policy.get();
    await clinic.admin.policy.update({
      version,
      policy: { ...policy, registration: { policy: choice, groupId: GROUPS.reception } },
    });
  };

  it('is off until the clinic allows it', async () => {
    const { client } = clinic.backend.station();
    expect(await client.accounts.start()).toMatchObject({ registration: 'off' });
    await expect(client.accounts.register(form)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { sentence: { key: 'accounts.registrationOff' } },
    });
  });

  it('lets in at once where it is open, with the default group', async () => {
    await setPolicy('open');
    const { client } = clinic.backend.station();
    expect(await client.accounts.register(form)).toEqual({ maySignIn: true, message: { key: 'accounts.registered' } });
    const place = await signedIn(clinic.backend, 'newcomer');
    expect(await place.client.accounts.start()).toMatchObject({ user: { groups: ['Reception'], isStaff: false } });
    expect(await codeOf(client.accounts.register({ ...form, username: 'NEWCOMER' }))).toBe('VALIDATION');
    expect(await codeOf(client.accounts.register({ ...form, username: 'x', password: 'short' }))).toBe('VALIDATION');
  });

  it('waits for an administrator where approval is needed, and tells both what happens next', async () => {
    await setPolicy('approval');
    const { client } = clinic.backend.station();
    expect(await client.accounts.register(form)).toEqual({
      maySignIn: false,
      message: { key: 'accounts.registeredWaiting' },
    });
    expect(await codeOf(signedIn(clinic.backend, 'newcomer'))).toBe('WRONG_CREDENTIALS');
    expect((await clinic.backend.services.messages.take(1)).map(({ key }) => key)).toEqual(['accounts.approvalAsked']);
    const [waiting] = (await clinic.admin.users.list({ status: 'awaiting' })).rows;
    const { id, version } = await clinic.admin.users.get({ id: waiting?.id ?? 0 });
    await clinic.admin.users.activate({ id, version });
    expect(await codeOf(signedIn(clinic.backend, 'newcomer'))).toBe('ok');
    expect((await clinic.admin.users.list({ status: 'awaiting' })).rows).toEqual([]);
  });
});
