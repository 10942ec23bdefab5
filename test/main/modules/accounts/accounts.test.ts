import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { session, signInAttempt, user } from '#db/schema/index.ts';
import { ADMINISTRATOR, startBackend, startClinic, type TestBackend } from '#test/support/backend.ts';
import { codeOf } from '#test/support/staff.ts';

let backend: TestBackend;
afterEach(() => backend.close());

const credentials = { username: ADMINISTRATOR.username, password: ADMINISTRATOR.password };

describe('the first start', () => {
  it('asks for a setup, makes the administrator once and signs them in', async () => {
    backend = await startBackend();
    const { client } = backend.station();
    expect(await client.accounts.start()).toMatchObject({ needsSetup: true, user: null });
    const made = await client.accounts.setup({ clinicName: 'Harbour Street Clinic', administrator: ADMINISTRATOR });
    expect(made).toMatchObject({ username: 'ada', isSuperuser: true, groups: ['Administrators'] });
    expect(await client.accounts.start()).toMatchObject({
      needsSetup: false,
      clinicName: 'Harbour Street Clinic',
      user: { username: 'ada' },
    });
    const { client: other } = backend.station();
    const again = other.accounts.setup({ clinicName: 'Mine', administrator: { ...ADMINISTRATOR, username: 'eve' } });
    await expect(again).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses a weak password and says why beside its field', async () => {
    backend = await startBackend();
    const { client } = backend.station();
    const setup = client.accounts.setup({ clinicName: 'C', administrator: { ...ADMINISTRATOR, password: 'short' } });
    await expect(setup).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: [{ path: 'administrator.password', key: 'password.tooShort' }] },
    });
  });
});

describe('signing in', () => {
  it('takes the username without regard to case or Unicode form', async () => {
    ({ backend } = await startClinic());
    for (const username of ['ADA', ' ada ', 'ａｄａ']) {
      const { client } = backend.station();
      await expect(client.accounts.signIn({ ...credentials, username })).resolves.toMatchObject({ username: 'ada' });
    }
  });

  it('costs one hash and says the same, whoever is unknown, inactive or mistyped', async () => {
    ({ backend } = await startClinic());
    const { client } = backend.station();
    const messages = new Set<string>();
    const attempt = async (who: typeof credentials) => {
      const before = backend.hasher.verified;
      const error = await client.accounts
        .signIn(who)
        .catch((thrown: { code: string; data: { sentence: object } }) => thrown);
      messages.add(JSON.stringify('code' in error ? [error.code, error.data.sentence] : error));
      expect(backend.hasher.verified - before).toBe(1);
    };
    await attempt({ ...credentials, username: 'nobody' });
    await attempt({ ...credentials, password: 'wrong' });
    await backend.services.db.write(
      async (tx) => void (await tx.update(user).set({ isActive: false }).where(eq(user.id, 1))),
    );
    await attempt(credentials);
    expect([...messages]).toEqual(['["WRONG_CREDENTIALS",{"key":"errors.wrongCredentials"}]']);
  });

  it('makes the next tries wait after five failures, also after a restart of the throttle, and forgets them after a success', async () => {
    ({ backend } = await startClinic());
    const { client } = backend.station();
    for (let tries = 0; tries < 5; tries += 1)
      expect(await codeOf(client.accounts.signIn({ ...credentials, password: 'wrong' }))).toBe('WRONG_CREDENTIALS');
    await expect(client.accounts.signIn(credentials)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      data: { retryAfter: 2 },
    });
    backend.clock.pass(2_001);
    await expect(client.accounts.signIn(credentials)).resolves.toMatchObject({ username: 'ada' });
  });

  it('stores the session id hashed only and gives a new one at every sign-in', async () => {
    ({ backend } = await startClinic());
    const { client, station } = backend.station();
    await client.accounts.signIn(credentials);
    const first = station.sessionId;
    await client.accounts.signIn(credentials);
    expect(station.sessionId).not.toBe(first);
    expect(Buffer.from(station.sessionId ?? '', 'base64url').length).toBeGreaterThanOrEqual(16);
    const rows = await backend.services.db.read(async (reader) => reader.select().from(session));
    expect(rows.map((row) => row.idHash)).not.toContain(station.sessionId);
    expect(rows.filter((row) => row.userId === 1)).toHaveLength(2);
  });

  it('upgrades an outdated hash only when the password was right', async () => {
    ({ backend } = await startClinic());
    const hashOf = () =>
      backend.services.db.read(async (reader) => (await reader.select().from(user))[0]?.passwordHash);
    const before = await hashOf();
    backend.hasher.outdated = true;
    backend.hasher.hash = async (password) => `fast$upgraded-${password.length}`;
    const { client } = backend.station();
    expect(await codeOf(client.accounts.signIn({ ...credentials, password: 'wrong' }))).toBe('WRONG_CREDENTIALS');
    expect(await hashOf()).toBe(before);
  });

  it('keeps the people who signed in here as recent users, latest first, until they are forgotten', async () => {
    ({ backend } = await startClinic());
    const { client } = backend.station();
    expect((await client.accounts.start()).recentUsers).toEqual([
      { username: 'ada', name: 'Ada Moreau', photoId: null },
    ]);
    await client.accounts.forgetRecentUser({ username: 'ADA' });
    expect((await client.accounts.start()).recentUsers).toEqual([]);
  });
});

describe('a session', () => {
  it('ends when nobody uses it, and at the latest after twelve hours', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    for (let minutes = 4; minutes < 12 * 60; minutes += 4) {
      backend.clock.pass(4 * 60_000);
      await clinic.admin.accounts.activity();
    }
    await expect(clinic.admin.patients.count({})).resolves.toMatchObject({ count: 0 });
    backend.clock.pass(4 * 60_000);
    await expect(clinic.admin.patients.count({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const { client } = backend.station();
    await client.accounts.signIn(credentials);
    backend.clock.pass(4 * 3_600_000);
    await expect(client.patients.count({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is nobody’s any more from the call after its user was deactivated', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    await backend.services.db.write(
      async (tx) => void (await tx.update(user).set({ isActive: false }).where(eq(user.id, 1))),
    );
    await expect(clinic.admin.patients.count({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is gone after signing out, and another station keeps its own', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    const { client } = backend.station();
    await client.accounts.signIn(credentials);
    await clinic.admin.accounts.signOut();
    await expect(clinic.admin.patients.count({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(client.patients.count({})).resolves.toMatchObject({ count: 0 });
  });

  it('leaves every try in the sign-in history', async () => {
    ({ backend } = await startClinic());
    const { client } = backend.station();
    expect(await codeOf(client.accounts.signIn({ ...credentials, password: 'wrong' }))).toBe('WRONG_CREDENTIALS');
    await client.accounts.signIn(credentials);
    const rows = await backend.services.db.read(async (reader) => reader.select().from(signInAttempt));
    expect(rows.map((row) => [row.userId, row.outcome])).toEqual([
      [1, 'success'],
      [1, 'failure'],
      [1, 'success'],
    ]);
  });
});
