import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from '#contract/system/live.ts';
import { metaOf } from '#main/pipeline/meta.ts';
import { declaredProcedures } from '#main/services/permissions.ts';
import { newStation } from '#main/services/stations.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';
import { codeOf, GROUPS, hire, PASSWORD, setRules } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const MINUTE = 60_000;
const { username, password } = ADMINISTRATOR;

describe('the idle lock', () => {
  it('falls after five minutes without activity, which quiet calls are not, and says when', async () => {
    const { admin, backend } = clinic;
    backend.clock.pass(3 * MINUTE);
    expect(await admin.session.status()).toMatchObject({ state: 'active', locksIn: 120, warnBefore: 30 });
    await admin.accounts.activity();
    backend.clock.pass(4 * MINUTE);
    expect(await admin.session.status()).toMatchObject({ state: 'active', locksIn: 60 });
    await admin.drafts.list();
    backend.clock.pass(MINUTE);
    expect(await admin.session.status()).toMatchObject({ state: 'locked', locksIn: 0, freshFor: 0 });
    expect(await codeOf(admin.patients.count({}))).toBe('LOCKED');
    expect(await codeOf(admin.accounts.activity())).toBe('LOCKED');
  });

  it('is put off by what somebody does, and not by what pages ask on their own', async () => {
    const { admin, backend } = clinic;
    for (let round = 0; round < 4; round += 1) {
      backend.clock.pass(4 * MINUTE);
      expect(await codeOf(addPatient(admin))).toBe('ok');
    }
    // A colleague is busy, so that this page asks for the patients again and again.
    for (let minute = 0; minute < 4; minute += 1) {
      backend.clock.pass(MINUTE);
      expect(await codeOf(admin.patients.list({}))).toBe('ok');
      expect(await codeOf(admin.accounts.start())).toBe('ok');
    }
    backend.clock.pass(MINUTE);
    expect(await codeOf(admin.patients.list({}))).toBe('LOCKED');
  });

  it('falls also when the clock is set back, and after the computer slept', async () => {
    const { admin, backend } = clinic;
    backend.clock.set(backend.clock.now() - 24 * 60 * MINUTE);
    backend.clock.pass(5 * MINUTE);
    expect(await admin.session.status()).toMatchObject({ state: 'locked' });
    await admin.accounts.unlock({ password });
    // Asleep: the day goes on, the monotonic clock of many systems does not.
    backend.clock.set(backend.clock.now() + 30 * MINUTE);
    expect(await admin.session.status()).toMatchObject({ state: 'locked' });
  });

  it('takes as long as the clinic says', async () => {
    const { admin, backend } = clinic;
    const { policy, version } = await admin.policy.get();
    await admin.policy.update({ version, policy: { ...policy, lockMinutes: 20 } });
    backend.clock.pass(19 * MINUTE);
    expect(await codeOf(admin.patients.count({}))).toBe('ok');
    backend.clock.pass(MINUTE);
    expect(await codeOf(admin.patients.count({}))).toBe('LOCKED');
  });

  it('ends in a session that is over at the latest after twelve hours, though the clock was set back', async () => {
    const { admin, backend } = clinic;
    backend.clock.set(backend.clock.now() - 6 * 60 * MINUTE);
    for (let minutes = 0; minutes < 12 * 60; minutes += 4) {
      backend.clock.pass(4 * MINUTE);
      await codeOf(admin.accounts.activity());
    }
    expect(await codeOf(admin.patients.count({}))).toBe('UNAUTHENTICATED');
  });
});

describe('the end of a session', () => {
  it('is told ten minutes before, and to whoever sits there afterwards', async () => {
    const { admin, backend, station } = clinic;
    await setRules(admin, { lockMinutes: 60, sessionHours: 1 });
    await admin.accounts.signIn({ username, password });
    backend.clock.pass(50 * MINUTE);
    expect(await admin.session.status()).toMatchObject({ state: 'active', endsIn: 600, warnBeforeEnd: 600 });
    backend.clock.pass(10 * MINUTE);
    expect(await admin.session.status()).toMatchObject({ state: 'signedOut', endsIn: null });
    expect(station.notices.map(({ key }) => key)).toEqual(['accounts.sessionEnded']);
  });
});

describe('a page that asks nothing any more', () => {
  /** Listens from now on; `told` is what main says next. */
  async function listening() {
    const events = (await clinic.admin.live.changes())[Symbol.asyncIterator]() as AsyncIterator<LiveEvent>;
    const told = events.next().then(({ value }) => value);
    await clinic.admin.session.status();
    return { told };
  }

  it('is told when the lock falls', async () => {
    const { told } = await listening();
    clinic.backend.clock.pass(5 * MINUTE);
    expect(await told).toEqual({ kind: 'session', ids: [] });
    expect(clinic.station.locked).toBe(true);
  });

  it('is told as soon as the computer that slept is awake', async () => {
    const { clock } = clinic.backend;
    const { told } = await listening();
    clock.set(clock.now() + 30 * MINUTE);
    clock.pass(1_000);
    expect(await told).toEqual({ kind: 'session', ids: [] });
    expect(clinic.station.locked).toBe(true);
  });

  it('is told though the clock was set back', async () => {
    const { clock } = clinic.backend;
    const { told } = await listening();
    clock.set(clock.now() - 24 * 60 * MINUTE);
    clock.pass(5 * MINUTE);
    expect(await told).toEqual({ kind: 'session', ids: [] });
  });

  it('is told when the session ends, locked or not', async () => {
    const { admin, backend, station } = clinic;
    await setRules(admin, { sessionHours: 1 });
    await admin.accounts.signIn({ username, password });
    for (let minutes = 0; minutes < 56; minutes += 4) {
      backend.clock.pass(4 * MINUTE);
      await admin.accounts.activity();
    }
    const { told } = await listening();
    backend.clock.pass(4 * MINUTE);
    expect(await told).toEqual({ kind: 'session', ids: [] });
    expect(station.sessionId).toBeNull();

    await admin.accounts.signIn({ username, password });
    await admin.accounts.lock();
    const { told: toldAgain } = await listening();
    backend.clock.pass(60 * MINUTE);
    expect(await toldAgain).toEqual({ kind: 'session', ids: [] });
    expect(await admin.accounts.start()).toMatchObject({ user: null, locked: null });
  });
});

describe('a locked station', () => {
  it('refuses every procedure that is not exempt, and tells whose it is', async () => {
    const { admin } = clinic;
    await admin.accounts.lock();
    expect(await admin.accounts.start()).toMatchObject({ user: null, locked: { username, name: 'Ada Moreau' } });
    const client = admin as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>;
    for (const { name, meta } of declaredProcedures()) {
      const { exempt = [] } = metaOf({ '~orpc': { meta } });
      if (exempt.includes('lock')) continue;
      const [module = '', procedure = ''] = name.split('.');
      expect(await codeOf(client[module]?.[procedure]?.({}) ?? Promise.resolve()), name).toBe('LOCKED');
    }
  });

  it('is opened by its owner’s password, no other, and slows down guessing', async () => {
    const { admin } = clinic;
    await admin.accounts.lock();
    expect(await codeOf(admin.accounts.unlock({ password: 'wrong' }))).toBe('WRONG_CREDENTIALS');
    expect(await admin.accounts.unlock({ password })).toMatchObject({ username });
    expect(await codeOf(admin.patients.count({}))).toBe('ok');
    await admin.accounts.lock();
    for (let tries = 0; tries < 5; tries += 1) await codeOf(admin.accounts.unlock({ password: 'wrong' }));
    expect(await codeOf(admin.accounts.unlock({ password }))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('tells its windows that it locked, and no more after that', async () => {
    const { admin } = clinic;
    const events = (await admin.live.changes())[Symbol.asyncIterator]() as AsyncIterator<LiveEvent>;
    const next = events.next();
    await admin.accounts.lock();
    expect((await next).value).toEqual({ kind: 'session', ids: [] });
    const later = events.next();
    await clinic.backend.services.signals.send('committed', { kind: 'patient', ids: [7] });
    await admin.accounts.unlock({ password });
    expect((await later).value?.kind).not.toBe('patient');
    await events.return?.(undefined);
  });

  it('is taken over by another person, and the first one’s drafts wait for them', async () => {
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    const bob = await hire(clinic, 'bob', { groupIds: [GROUPS.reception] });
    const data = { notes: 'half a sentence', rows: [1, null] };
    await mary.client.drafts.save({ formKey: 'patient/42', data });
    await mary.client.accounts.lock();
    expect(await codeOf(mary.client.drafts.get({ formKey: 'patient/42' }))).toBe('LOCKED');
    await mary.client.accounts.signIn({ username: bob.username, password: PASSWORD });
    expect(await mary.client.accounts.start()).toMatchObject({ user: { username: 'bob' }, locked: null });
    expect(await mary.client.drafts.get({ formKey: 'patient/42' })).toBeNull();
    expect(await mary.client.drafts.list()).toEqual([]);
    await mary.client.accounts.signOut();
    await mary.client.accounts.signIn({ username: 'mary', password: PASSWORD });
    expect(await mary.client.drafts.get({ formKey: 'patient/42' })).toMatchObject({ data });
  });
});

describe('staying signed in', () => {
  const restart = () => {
    const station = newStation('desktop', 'FRONT-DESK-2', 'local', true);
    return { station, client: clinic.backend.clientFor({ id: 'desktop', station }) };
  };
  const allow = async () => {
    const { policy, version } = await clinic.admin.policy.get();
    await clinic.admin.policy.update({ version, policy: { ...policy, mayStaySignedIn: true } });
  };

  it('is no more than till the program ends, unless the clinic allows it', async () => {
    const first = restart();
    await first.client.accounts.signIn({ username, password, stay: true });
    expect(await first.client.accounts.start()).toMatchObject({ mayStaySignedIn: false });
    expect(await restart().client.accounts.start()).toMatchObject({ user: null, locked: null });
  });

  it('brings one back behind the lock after a restart, for fourteen days', async () => {
    await allow();
    const first = restart();
    await first.client.accounts.signIn({ username, password, stay: true });
    clinic.backend.clock.pass(13 * 24 * 60 * MINUTE);
    const device = JSON.stringify(clinic.backend.services.ports.device.get('staySignedIn'));
    expect(device).not.toContain(first.station.sessionId);
    // What is remembered of a session is read once a run of the program; a new run has a new service.
    const later = await restartedService();
    expect(await later.client.accounts.start()).toMatchObject({ user: null, locked: { username } });
    expect(await later.client.accounts.unlock({ password })).toMatchObject({ username });
    clinic.backend.clock.pass(24 * 60 * MINUTE);
    expect(await later.client.accounts.start()).toMatchObject({ user: null, locked: null });
  });

  it('ends with signing out', async () => {
    await allow();
    const first = restart();
    await first.client.accounts.signIn({ username, password, stay: true });
    await first.client.accounts.signOut();
    const later = await restartedService();
    expect(await later.client.accounts.start()).toMatchObject({ user: null, locked: null });
  });

  async function restartedService() {
    const { createBackend } = await import('#main/backend.ts');
    const again = await createBackend(clinic.backend.data.db, clinic.backend.services.ports);
    const station = newStation('desktop', 'FRONT-DESK-2', 'local', true);
    return { client: again.clientFor({ id: 'desktop', station }) };
  }
});
