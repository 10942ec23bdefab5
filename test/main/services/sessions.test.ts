import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountPolicy } from '#contract/accounts/policy.ts';
import { session as sessionTable } from '#db/schema/index.ts';
import { hashToken } from '#main/services/tokens.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { freePort, has, startServer, type TestServer } from '#test/support/servers.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, signedIn } from '#test/support/staff.ts';

type Kind = AccountPolicy['sessionStore']['kind'];
const REDIS = '/usr/bin/redis-server';
const hasRedis = has(REDIS, 'the Redis session store');
const kinds: Kind[] = ['database', 'memory', 'file', ...(hasRedis ? ['redis' as const] : [])];

let redis: TestServer | undefined;
beforeAll(async () => {
  if (!hasRedis) return;
  const port = await freePort();
  redis = await startServer(
    REDIS,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    port,
  );
});
afterAll(() => redis?.stop());

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

async function use(kind: Kind): Promise<void> {
  const { policy, version } = await clinic.admin.policy.get();
  const sessionStore = { kind, redisUrl: redis ? `redis://127.0.0.1:${redis.port}` : '' };
  await clinic.admin.policy.update({ version, policy: { ...policy, sessionStore } });
}

const MINUTE = 60_000;

describe.each(kinds)('sessions in the %s store', (kind) => {
  beforeEach(() => use(kind));

  it('go on when the store is chosen while people are signed in', async () => {
    expect(await codeOf(clinic.admin.session.list())).toBe('ok');
    expect(await clinic.admin.session.list()).toMatchObject([{ current: true }]);
    await use('database');
    expect(await codeOf(clinic.admin.session.list())).toBe('ok');
    await use(kind);
    expect(await clinic.admin.session.list()).toHaveLength(1);
  });

  it('get a new id at every sign-in, and the old one opens nothing', async () => {
    const mary = await hire(clinic, 'mary');
    const before = mary.station.sessionId;
    await mary.client.accounts.signIn({ username: 'mary', password: PASSWORD });
    expect(mary.station.sessionId).not.toBe(before);
    const thief = clinic.backend.station();
    Object.assign(thief.station, { ...mary.station, sessionId: before });
    expect(await codeOf(thief.client.session.list())).toBe('UNAUTHENTICATED');
    expect(await mary.client.session.list()).toHaveLength(1);
  });

  it('are flushed when another user signs in at the station', async () => {
    const mary = await hire(clinic, 'mary');
    await mary.client.accounts.signIn({ username: ADMINISTRATOR.username, password: ADMINISTRATOR.password });
    expect(await clinic.admin.users.sessionsOf({ id: mary.id })).toEqual([]);
  });

  it('end with signing out and with a changed password, but for the one that changed it', async () => {
    const mary = await hire(clinic, 'mary');
    const [second, third] = [await signedIn(clinic.backend, 'mary'), await signedIn(clinic.backend, 'mary')];
    await second.client.accounts.signOut();
    expect(await mary.client.session.list()).toHaveLength(2);
    await mary.client.accounts.changePassword({ oldPassword: PASSWORD, newPassword: OTHER_PASSWORD });
    expect(await codeOf(third.client.session.list())).toBe('UNAUTHENTICATED');
    expect(await mary.client.session.list()).toHaveLength(1);
  });

  it('that were ended elsewhere are not brought back by a call that was under way', async () => {
    const mary = await hire(clinic, 'mary');
    const { sessions } = clinic.backend.services;
    const found = await sessions.current(mary.station);
    if (!found) throw new Error('no session');
    await clinic.admin.users.endSessions({ id: mary.id });
    clinic.backend.clock.pass(2 * MINUTE);
    await sessions.active(mary.station, found);
    expect(await sessions.current(mary.station)).toBeNull();
    expect(await clinic.admin.users.sessionsOf({ id: mary.id })).toEqual([]);
  });

  it('are extended by use and end without it, by main’s clock', async () => {
    const mary = await hire(clinic, 'mary');
    const [fresh] = await mary.client.session.list();
    clinic.backend.clock.pass(4 * MINUTE);
    await mary.client.accounts.activity();
    const [later] = await mary.client.session.list();
    expect((later?.lastSeenAt ?? 0) - (fresh?.lastSeenAt ?? 0)).toBe(4 * MINUTE);
    clinic.backend.clock.pass(4 * 60 * MINUTE);
    expect(await mary.client.session.status()).toMatchObject({ state: 'signedOut' });
  });

  it('that have expired are removed, and only those', async () => {
    const mary = await hire(clinic, 'mary');
    // As the last run of the program left them: nobody sits there.
    for (const station of [clinic.station, mary.station]) station.sessionId = null;
    clinic.backend.clock.pass(3.9 * 60 * MINUTE);
    await signedIn(clinic.backend, 'mary');
    clinic.backend.clock.pass(0.2 * 60 * MINUTE);
    const { sessions } = clinic.backend.services;
    expect(await sessions.clearExpired()).toBe(2);
    expect(await sessions.clearExpired()).toBe(0);
    expect(await sessions.listOf(2)).toHaveLength(1);
  });
});

describe('expired sessions', () => {
  it('are removed without anybody’s asking, soon after the start and every day', async () => {
    const { clock, services } = clinic.backend;
    const stored = () => services.db.read(async (reader) => reader.select().from(sessionTable));
    /** As a killed program leaves them. */
    const leaveSome = async () => {
      const { station } = await signedIn(clinic.backend, ADMINISTRATOR.username, ADMINISTRATOR.password);
      for (const left of [station, clinic.station]) left.sessionId = null;
    };
    await leaveSome();
    clock.pass(12 * 60 * MINUTE);
    await expect.poll(() => stored()).toEqual([]);
    await leaveSome();
    clock.pass(24 * 60 * MINUTE);
    await expect.poll(() => stored()).toEqual([]);
  });
});

describe('a session store', () => {
  it('that cannot be reached leaves people able to sign in', async () => {
    const { policy, version } = await clinic.admin.policy.get();
    const redisUrl = `redis://:hidden-word@127.0.0.1:${await freePort()}`;
    await clinic.admin.policy.update({ version, policy: { ...policy, sessionStore: { kind: 'redis', redisUrl } } });
    expect(await codeOf(signedIn(clinic.backend, 'ada', ADMINISTRATOR.password))).toBe('ok');
    const log = JSON.stringify(clinic.backend.logged);
    expect(log).toContain('session store cannot be opened');
    expect(log).not.toContain('hidden-word');
  });

  it.skipIf(!hasRedis)('that stops answering signs nobody out', async () => {
    const port = await freePort();
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const first = await startServer(REDIS, args, port);
    const { policy, version } = await clinic.admin.policy.get();
    const sessionStore = { kind: 'redis' as const, redisUrl: `redis://127.0.0.1:${port}` };
    await clinic.admin.policy.update({ version, policy: { ...policy, sessionStore } });
    expect(await codeOf(clinic.admin.session.list())).toBe('ok');
    await first.stop();
    expect(await codeOf(clinic.admin.session.list())).toBe('BUSY');
    expect(clinic.station.sessionId).not.toBeNull();
  });

  it('never sees an id, and files say nothing about whose they are', async () => {
    await use('file');
    const mary = await hire(clinic, 'mary');
    const folder = join(dirname(clinic.backend.services.db.file), 'sessions');
    const names = readdirSync(folder);
    expect(names).toContain(`${hashToken(mary.station.sessionId ?? '')}.session`);
    expect(names.join()).not.toContain(mary.station.sessionId);
  });

  it('that holds something unreadable counts it as none, and says so in the log', async () => {
    await use('file');
    const mary = await hire(clinic, 'mary');
    const folder = join(dirname(clinic.backend.services.db.file), 'sessions');
    writeFileSync(join(folder, `${hashToken(mary.station.sessionId ?? '')}.session`), 'rubbish');
    writeFileSync(join(folder, 'notes.txt'), 'not a session');
    expect(await codeOf(mary.client.session.list())).toBe('UNAUTHENTICATED');
    expect(JSON.stringify(clinic.backend.logged)).toContain('session');
    expect(await clinic.backend.services.sessions.clearExpired()).toBe(1);
    expect(readdirSync(folder)).toContain('notes.txt');
  });

  it('takes ids that would name another place for what they are: nobody’s', async () => {
    await use('file');
    for (const sessionId of ['', 'x', '../../key.json', '..\\key', 'a'.repeat(10_000)]) {
      const { client, station } = clinic.backend.station();
      station.sessionId = sessionId;
      expect(await codeOf(client.session.list())).toBe('UNAUTHENTICATED');
    }
  });

  it('keeps only the hash in the database', async () => {
    const mary = await hire(clinic, 'mary');
    const rows = await clinic.backend.services.db.read(async (reader) => reader.select().from(sessionTable));
    expect(rows.map((row) => row.idHash)).toContain(hashToken(mary.station.sessionId ?? ''));
    expect(JSON.stringify(rows)).not.toContain(mary.station.sessionId);
  });
});
