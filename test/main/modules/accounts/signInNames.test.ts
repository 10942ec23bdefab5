import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSuperuser, checkSuperuserField } from '#main/modules/accounts/signIn/terminal.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, setRules, userForm } from '#test/support/staff.ts';

/** Sign-in takes a username or an e-mail address, so that nobody may be called by what names another account. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const MARYS = 'mary@clinic.example';
const TYPED = 'Ｍary@Clinic.example';
const BOBS = 'bob@clinic.example';
const taken = (path: string) => ({
  code: 'VALIDATION',
  data: { fields: [{ path, key: 'validation.usernameTaken' }] },
});
const named = (path: string) => ({
  code: 'VALIDATION',
  data: { fields: [{ path, key: 'validation.emailIsUsername' }] },
});

/** Mary, known by an address, and Bob, whose username looks like one. */
async function staff() {
  const mary = await hire(clinic, 'mary', { email: MARYS });
  const bob = await hire(clinic, BOBS);
  return { mary, bob };
}
type Person = Awaited<ReturnType<typeof hire>>;

async function becoming({ client }: Person, changes: { username?: string; email?: string }) {
  const { user, version } = await client.me.get();
  const { username, prefix, givenName, middleName, familyName, suffix, phone, email } = user;
  const form = { username, prefix, givenName, middleName, familyName, suffix, phone, email, ...changes };
  return client.me.updateUser({ version, user: form });
}
async function changed({ id, username }: Person, changes: { username?: string; email?: string }) {
  const { version } = await clinic.admin.users.get({ id });
  return clinic.admin.users.update({ id, version, user: userForm(username, changes) });
}

describe('the e-mail address of somebody else', () => {
  it('is no username for oneself, and stays the way in of its owner', async () => {
    const { bob } = await staff();
    for (const username of [MARYS, TYPED])
      await expect(becoming(bob, { username })).rejects.toMatchObject(taken('user.username'));
    const { client } = clinic.backend.station();
    expect(await codeOf(client.accounts.signIn({ username: MARYS, password: PASSWORD }))).toBe('ok');
    expect(await client.accounts.start()).toMatchObject({ user: { username: 'mary' } });
  });

  it('is no username that an administrator gives', async () => {
    const { bob } = await staff();
    const create = clinic.admin.users.create({ user: userForm(TYPED), password: OTHER_PASSWORD });
    await expect(create).rejects.toMatchObject(taken('user.username'));
    await expect(changed(bob, { username: TYPED })).rejects.toMatchObject(taken('user.username'));
  });

  it('is no username at registration, nor at the terminal', async () => {
    await staff();
    await setRules(clinic.admin, { registration: { policy: 'open', groupId: null } });
    const { client } = clinic.backend.station();
    const who = { username: TYPED, givenName: 'Eve', familyName: 'Tester', email: 'eve@clinic.example' };
    await expect(client.accounts.register({ ...who, password: OTHER_PASSWORD })).rejects.toMatchObject(
      taken('username'),
    );
    const { services } = clinic.backend;
    await expect(checkSuperuserField(services, 'username', TYPED)).rejects.toMatchObject(taken('username'));
    await expect(addSuperuser(services, null, who, 'hash')).rejects.toMatchObject(taken('username'));
  });
});

describe('the username of somebody else', () => {
  it('is no e-mail address for oneself, nor one that an administrator gives', async () => {
    const { mary } = await staff();
    await expect(becoming(mary, { email: BOBS.toUpperCase() })).rejects.toMatchObject(named('user.email'));
    await expect(changed(mary, { email: BOBS })).rejects.toMatchObject(named('user.email'));
    const create = clinic.admin.users.create({ user: userForm('eve', { email: BOBS }), password: OTHER_PASSWORD });
    await expect(create).rejects.toMatchObject(named('user.email'));
  });

  it('is no e-mail address at registration, nor at the terminal', async () => {
    await staff();
    await setRules(clinic.admin, { registration: { policy: 'open', groupId: null } });
    const { client } = clinic.backend.station();
    const who = { username: 'eve', givenName: 'Eve', familyName: 'Tester', email: BOBS };
    await expect(client.accounts.register({ ...who, password: OTHER_PASSWORD })).rejects.toMatchObject(named('email'));
    const { services } = clinic.backend;
    await expect(checkSuperuserField(services, 'email', BOBS)).rejects.toMatchObject(named('email'));
    await expect(addSuperuser(services, null, who, 'hash')).rejects.toMatchObject(named('email'));
  });
});

it('one’s own address may be one’s username, and an address may be shared', async () => {
  const { mary, bob } = await staff();
  expect(await codeOf(becoming(bob, { email: BOBS }))).toBe('ok');
  expect(await codeOf(becoming(mary, { username: MARYS }))).toBe('ok');
  const shared = { email: 'desk@clinic.example' };
  expect(await codeOf(changed(bob, shared))).toBe('ok');
  await hire(clinic, 'eve', shared);
  const { client } = clinic.backend.station();
  expect(await codeOf(client.accounts.signIn({ username: 'ada', password: ADMINISTRATOR.password }))).toBe('ok');
});
