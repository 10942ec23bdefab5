import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountPolicy, LdapSettings } from '#contract/accounts/policy.ts';
import {
  type Answer,
  type AuthBackend,
  authBackends,
  authenticate,
  backendNeeds,
} from '#main/modules/accounts/signIn/backends/index.ts';
import { escapeDn } from '#main/modules/accounts/signIn/backends/ldap.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { BASE, type Directory, READER, startDirectory } from '#test/support/directory.ts';
import { freePort } from '#test/support/servers.ts';
import { codeOf, GROUPS, hire, OTHER_PASSWORD, PASSWORD, signedIn } from '#test/support/staff.ts';
import { traced } from '#test/support/traced.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

async function ask(backends: AccountPolicy['backends']): Promise<void> {
  const { policy, version } = await clinic.admin.policy.get();
  await clinic.admin.policy.update({ version, policy: { ...policy, backends } });
}

describe('the walk over the backends', () => {
  const answering = (name: AuthBackend['name'], answer: () => Promise<Answer>): AuthBackend => ({
    name,
    authenticate: answer,
  });
  const walk = (answers: Record<string, () => Promise<Answer>>) => {
    const backends = { ...authBackends };
    for (const name of ['password', 'ldap', 'site'] as const) {
      backends[name] = answering(name, answers[name] ?? (async () => ({ verdict: 'no' })));
    }
    const needs = backendNeeds(clinic.backend.services, 'desk');
    return authenticate(needs, { username: 'mary', password: 'do-not-log-me' }, backends);
  };
  const yes = (userId: number) => async (): Promise<Answer> => ({ verdict: 'yes', userId });
  const fails = () => Promise.reject(new Error('do-not-log-me is wrong'));

  it('asks in the order of the settings, and the first yes wins', async () => {
    await ask(['site', 'password', 'ldap']);
    expect(await walk({ password: yes(1), site: yes(2) })).toEqual({ verdict: 'yes', userId: 2 });
    await ask(['password', 'site']);
    expect(await walk({ password: yes(1), site: yes(2) })).toEqual({ verdict: 'yes', userId: 1 });
  });

  it('stops at a denial, and does not ask whom nobody listed', async () => {
    await ask(['site', 'password']);
    expect(await walk({ site: async () => ({ verdict: 'denied' }), password: yes(1) })).toEqual({ verdict: 'denied' });
    expect(await walk({ ldap: yes(3) })).toEqual({ verdict: 'no' });
  });

  it('passes over one that fails, and logs that without the credentials', async () => {
    await ask(['site', 'password']);
    expect(await walk({ site: fails, password: yes(1) })).toEqual({ verdict: 'yes', userId: 1 });
    const log = JSON.stringify(clinic.backend.logged);
    expect(log).toContain('authentication backend failed');
    expect(log).not.toContain('do-not-log-me');
  });

  it('cannot be set up without the passwords that are kept here', async () => {
    expect(await codeOf(ask(['ldap']))).toBe('VALIDATION');
    expect(await codeOf(ask(['password', 'password']))).toBe('VALIDATION');
  });
});

describe('the password backend', () => {
  it('knows people by username or e-mail, but not by an address that several share', async () => {
    await hire(clinic, 'mary', { email: 'Desk@Example.org' });
    expect(await codeOf(signedIn(clinic.backend, 'desk@example.ORG'))).toBe('ok');
    await hire(clinic, 'bob', { email: 'desk@example.org' });
    expect(await codeOf(signedIn(clinic.backend, 'desk@example.org'))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(signedIn(clinic.backend, 'bob'))).toBe('ok');
  });

  it('upgrades an outdated hash after the right password, which changes nothing else', async () => {
    const mary = await hire(clinic, 'mary');
    clinic.backend.hasher.outdated = true;
    const before = await clinic.admin.users.get({ id: mary.id });
    await signedIn(clinic.backend, 'mary');
    clinic.backend.hasher.outdated = false;
    expect(await codeOf(mary.client.session.list())).toBe('ok');
    expect((await clinic.admin.users.get({ id: mary.id })).version).toBe(before.version);
  });

  it('lets nobody in who has no password', async () => {
    const { id } = await clinic.admin.users.create({ user: { username: 'ghost', familyName: 'Ghost' } });
    expect(await clinic.admin.users.get({ id })).toMatchObject({ hasPassword: false });
    expect(await codeOf(signedIn(clinic.backend, 'ghost', PASSWORD))).toBe('WRONG_CREDENTIALS');
    const { code } = await clinic.admin.users.issueResetCode({ id });
    const { client } = clinic.backend.station();
    await client.accounts.resetPassword({ username: 'ghost', code, newPassword: OTHER_PASSWORD });
    expect(await codeOf(signedIn(clinic.backend, 'ghost', OTHER_PASSWORD))).toBe('ok');
  });
});

describe('the directory', () => {
  let directory: Directory;
  beforeAll(async () => {
    directory = await startDirectory();
  });
  afterAll(() => directory.stop());

  const groups = [{ dn: `cn=nurses,${BASE}`, groupId: GROUPS.reception }];
  const setLdap = async (ldap: Partial<LdapSettings>) => {
    const { ldapVersion: version } = await clinic.admin.policy.get();
    await clinic.admin.policy.updateLdap({ version, ldap });
  };
  const connect = async (settings: Partial<LdapSettings> = {}) => {
    await ask(['password', 'ldap']);
    const userDn = `uid={username},ou=people,${BASE}`;
    await setLdap({ url: directory.url, userDn, groups, ...settings });
  };
  const bySearch = { mode: 'search' as const, searchBase: BASE, bindDn: READER.dn, bindPassword: READER.password };

  it.each([
    ['as the person', {}],
    ['after a search', bySearch],
  ])('signs in %s, and makes the user from what it knows', async (_, settings) => {
    await connect(settings);
    const { client } = await signedIn(clinic.backend, 'lena', 'lena-password');
    const { user } = await client.accounts.start();
    expect(user).toMatchObject({
      username: 'lena',
      givenName: 'Lena',
      familyName: 'Okafor',
      email: 'lena@clinic.example',
      groups: ['Reception'],
      isSuperuser: false,
    });
    expect(await client.me.get()).toMatchObject({ hasPassword: false, profile: { jobTitle: '' } });
    expect(await codeOf(client.accounts.unlock({ password: 'lena-password' }))).toBe('ok');
    expect(await codeOf(client.accounts.changePassword({ oldPassword: 'lena-password', newPassword: PASSWORD }))).toBe(
      'IN_USE',
    );
  });

  it('refuses what it refuses, and an empty or clever name or password', async () => {
    await connect(bySearch);
    expect(await codeOf(signedIn(clinic.backend, 'lena', 'wrong'))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(signedIn(clinic.backend, 'lena', ''))).toBe('VALIDATION');
    for (const name of ['*', 'len*', 'lena)(uid=*', 'nobody']) {
      expect(await codeOf(signedIn(clinic.backend, name, 'lena-password')), name).toBe('WRONG_CREDENTIALS');
    }
    await connect();
    expect(await codeOf(signedIn(clinic.backend, `lena,ou=people,${BASE}`, 'lena-password'))).toBe('WRONG_CREDENTIALS');
    expect(escapeDn('a,b=c+"d"')).toBe('a\\2cb\\3dc\\2b\\22d\\22');
  });

  it('never takes over an account whose password is kept here', async () => {
    await connect();
    expect(await codeOf(signedIn(clinic.backend, 'ada', 'ada-password'))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(signedIn(clinic.backend, 'ada', ADMINISTRATOR.password))).toBe('ok');
    expect(await clinic.admin.users.get({ id: 1 })).toMatchObject({ givenName: 'Ada', source: 'local' });
  });

  it('brings the user up to date at every sign-in, but lets nobody in who was shut out here', async () => {
    await connect();
    const { client } = await signedIn(clinic.backend, 'lena', 'lena-password');
    const { user } = await client.accounts.start();
    const id = user?.id ?? 0;
    const before = await clinic.admin.users.get({ id });
    const form = { username: 'lena', familyName: 'Changed', groupIds: [GROUPS.reception, GROUPS.billing] };
    await clinic.admin.users.update({ id, version: before.version, user: form });
    await signedIn(clinic.backend, 'lena', 'lena-password');
    const after = await clinic.admin.users.get({ id });
    expect(after).toMatchObject({ familyName: 'Okafor', groupIds: [GROUPS.reception, GROUPS.billing], source: 'ldap' });
    await clinic.admin.users.deactivate({ id, version: after.version });
    expect(await codeOf(signedIn(clinic.backend, 'lena', 'lena-password'))).toBe('WRONG_CREDENTIALS');
  });

  it('is in the audit with whom it made and what it changed', async () => {
    await connect();
    const signInHere = () => signedIn(clinic.backend, 'lena', 'lena-password');
    const told: unknown[] = [];
    clinic.backend.services.signals.connect('committed', ({ kind, ids }) => void told.push([kind, ids]));
    const first = await traced(clinic.backend.services, signInHere);
    const lena = (await clinic.admin.users.list({})).rows.find(({ username }) => username === 'lena');
    const id = lena?.id ?? 0;
    expect(first.slice(0, 3)).toEqual([
      ['preSave', 'user', null],
      ['postSave', 'user', id],
      ['create', 'user', id, { source: 'ldap' }],
    ]);
    // Open lists of users ask anew.
    expect(told).toContainEqual(['user', [id]]);
    const { version } = await clinic.admin.users.get({ id });
    const form = { username: 'lena', familyName: 'Changed', groupIds: [] };
    await clinic.admin.users.update({ id, version, user: form });
    const again = await traced(clinic.backend.services, signInHere);
    expect(again).toContainEqual([
      'update',
      'user',
      id,
      { changed: expect.objectContaining({ familyName: ['Changed', 'Okafor'] }) },
    ]);
    expect(await traced(clinic.backend.services, signInHere)).not.toContainEqual(
      expect.arrayContaining(['update', 'user']),
    );
  });

  it('that is out of reach leaves those with a password here able to sign in', async () => {
    await connect({ url: `ldap://127.0.0.1:${await freePort()}` });
    expect(await codeOf(signedIn(clinic.backend, 'ada', ADMINISTRATOR.password))).toBe('ok');
    expect(await codeOf(signedIn(clinic.backend, 'lena', 'lena-password'))).toBe('WRONG_CREDENTIALS');
    expect(JSON.stringify(clinic.backend.logged)).not.toContain('lena-password');
  });

  it('is spoken to over TLS with a certificate that is trusted, and not with another', async (test) => {
    const { certificate } = directory;
    if (!certificate) return test.skip();
    await connect({ startTls: true, certificateAuthority: certificate });
    expect(await codeOf(signedIn(clinic.backend, 'lena', 'lena-password'))).toBe('ok');
    await connect({ startTls: true });
    expect(await codeOf(signedIn(clinic.backend, 'lena', 'lena-password'))).toBe('WRONG_CREDENTIALS');
  });

  it('keeps its own password from pages, and gives it to no other server', async () => {
    await connect(bySearch);
    const { ldap } = await clinic.admin.policy.get();
    expect(ldap).toMatchObject({ hasBindPassword: true, bindDn: READER.dn });
    expect(JSON.stringify(ldap)).not.toContain(READER.password);
    await setLdap({ ...bySearch, bindPassword: '', url: directory.url });
    expect((await clinic.admin.policy.get()).ldap.hasBindPassword).toBe(true);
    await setLdap({ ...bySearch, bindPassword: '', url: 'ldap://evil.example' });
    expect((await clinic.admin.policy.get()).ldap.hasBindPassword).toBe(false);
  });
});
