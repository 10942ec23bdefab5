import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend } from '#main/backend.ts';
import { newStation } from '#main/services/stations.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, setRules } from '#test/support/staff.ts';

/** Signing in, where the clinic's rules and time stand against it. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const HOUR = 3_600_000;
const STEP = 30_000;

describe('staying signed in', () => {
  const own = () => newStation('desktop', 'FRONT-DESK-2', 'local', true);
  const at = (station = own()) => ({ station, client: clinic.backend.clientFor({ id: 'desktop', station }) });
  const stay = async () => {
    const place = at();
    await place.client.accounts.signIn({ username: 'mary', password: PASSWORD, stay: true });
    return place;
  };
  /** The station as the next run of the program finds it. */
  const afterRestart = async () => {
    const { data, services } = clinic.backend;
    const again = await createBackend(data.db, services.ports);
    return again.clientFor({ id: 'desktop', station: own() });
  };

  beforeEach(async () => {
    await hire(clinic, 'mary');
  });

  it('wished for where the clinic does not allow it is a session like any other', async () => {
    const { client, station } = await stay();
    expect((await clinic.backend.services.sessions.of(station))?.session.stay).toBe(false);
    expect(clinic.backend.services.ports.device.get('staySignedIn')).toBeUndefined();
    const restarted = await afterRestart();
    expect(await restarted.accounts.start()).toMatchObject({ user: null, locked: null });
    clinic.backend.clock.pass(4 * HOUR);
    expect(await client.accounts.start()).toMatchObject({ user: null, locked: null });
  });

  it('ends with the next start once the clinic does not allow it any more', async () => {
    await setRules(clinic.admin, { mayStaySignedIn: true });
    const { station } = await stay();
    expect((await clinic.backend.services.sessions.of(station))?.session.stay).toBe(true);
    await setRules(clinic.admin, { mayStaySignedIn: false });
    const restarted = await afterRestart();
    expect(await restarted.accounts.start()).toMatchObject({ user: null, locked: null });
  });

  it('is for the computer’s own place, not for whoever comes by a browser', async () => {
    await setRules(clinic.admin, { mayStaySignedIn: true });
    const { client, station } = clinic.backend.station();
    await client.accounts.signIn({ username: 'mary', password: PASSWORD, stay: true });
    expect((await clinic.backend.services.sessions.of(station))?.session.stay).toBe(false);
  });
});

describe('a second step', () => {
  it('after a password that was changed meanwhile leads nowhere, though its code is right', async () => {
    const mary = await hire(clinic, 'mary');
    const { secret } = await mary.client.me.enrolSecondFactor();
    const read = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clinic.backend.clock.now() });
    await mary.client.me.confirmSecondFactor({ code: read() });
    clinic.backend.clock.pass(STEP);
    const { client } = clinic.backend.station();
    await client.accounts.signIn({ username: 'mary', password: PASSWORD });
    await mary.client.accounts.changePassword({ oldPassword: PASSWORD, newPassword: OTHER_PASSWORD });
    expect(await codeOf(client.accounts.secondFactor({ code: read() }))).toBe('UNAUTHENTICATED');
    expect(await client.accounts.start()).toMatchObject({ user: null });
    // The code was not spent on it, and opens what the new password began.
    await client.accounts.signIn({ username: 'mary', password: OTHER_PASSWORD });
    expect(await codeOf(client.accounts.secondFactor({ code: read() }))).toBe('ok');
  });
});

describe('a flood of registrations', () => {
  const MOST = 50;
  const registerAs = (username: string) =>
    clinic.backend.station().client.accounts.register({
      ...{ givenName: 'New', familyName: 'Comer', email: '' },
      ...{ username, password: PASSWORD },
    });
  const waiting = async () => (await clinic.admin.users.list({ status: 'awaiting', limit: 200 })).rows;

  it('ends when so many wait for approval; there is room again once somebody is let in', async () => {
    await setRules(clinic.admin, { registration: { policy: 'approval', groupId: null } });
    for (let n = 0; n < MOST; n += 1) expect(await codeOf(registerAs(`flood${n}`))).toBe('ok');
    expect(await codeOf(registerAs('one-too-many'))).toBe('TOO_MANY_ATTEMPTS');
    const rows = await waiting();
    expect(rows).toHaveLength(MOST);
    const first = await clinic.admin.users.get({ id: rows[0]?.id ?? 0 });
    await clinic.admin.users.activate({ id: first.id, version: first.version });
    expect(await codeOf(registerAs('in-time'))).toBe('ok');
    expect(await codeOf(registerAs('late-again'))).toBe('TOO_MANY_ATTEMPTS');
  });
});
