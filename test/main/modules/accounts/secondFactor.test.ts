import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, hire, PASSWORD, setRules } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const STEP = 30_000;

/** A user with an authenticator, a function that reads it, and their recovery codes. */
async function equipped() {
  const mary = await hire(clinic, 'mary');
  const { secret, uri, qr } = await mary.client.me.enrolSecondFactor();
  const read = (offset = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clinic.backend.clock.now() + offset });
  const { codes } = await mary.client.me.confirmSecondFactor({ code: read() });
  clinic.backend.clock.pass(STEP);
  return { ...mary, read, codes, uri, qr };
}

/** A station where the password was right. */
async function halfway() {
  const place = clinic.backend.station();
  const answer = await place.client.accounts.signIn({ username: 'mary', password: PASSWORD });
  expect(answer).toEqual({ needsSecondFactor: true, expiresIn: 300 });
  return place;
}

describe('the second factor', () => {
  it('is enrolled by a picture or a secret, and counts only once a code has shown that it works', async () => {
    const mary = await hire(clinic, 'mary');
    const { qr, uri } = await mary.client.me.enrolSecondFactor();
    expect(qr).toMatch(/^data:image\/png;base64,/);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Harbour%20Street%20Clinic:mary\?/);
    expect(await codeOf(mary.client.me.confirmSecondFactor({ code: '000000' }))).toBe('VALIDATION');
    const { client } = clinic.backend.station();
    expect(await client.accounts.signIn({ username: 'mary', password: PASSWORD })).toMatchObject({
      needsSecondFactor: false,
      username: 'mary',
    });
  });

  it('is asked for after the password, and nobody is signed in before', async () => {
    const { read } = await equipped();
    const { client } = await halfway();
    expect(await client.accounts.start()).toMatchObject({ user: null });
    expect(await codeOf(client.session.list())).toBe('UNAUTHENTICATED');
    expect(await client.accounts.secondFactor({ code: read() })).toMatchObject({ username: 'mary' });
    expect(await codeOf(client.session.list())).toBe('ok');
  });

  it('takes the code of this step and its neighbours, no others', async () => {
    const { read } = await equipped();
    clinic.backend.clock.pass(10 * STEP);
    const tryCode = async (code: string) => codeOf((await halfway()).client.accounts.secondFactor({ code }));
    expect(await tryCode(read(-2 * STEP))).toBe('WRONG_CREDENTIALS');
    expect(await tryCode(read(2 * STEP))).toBe('WRONG_CREDENTIALS');
    expect(await tryCode(read(-STEP))).toBe('ok');
    expect(await tryCode(read())).toBe('ok');
    expect(await tryCode(read(STEP))).toBe('ok');
    expect(await tryCode(read())).toBe('WRONG_CREDENTIALS');
  });

  it('takes a code once, however many use it at the same moment', async () => {
    const { read } = await equipped();
    const places = [await halfway(), await halfway(), await halfway(), await halfway()];
    const results = await Promise.all(
      places.map(({ client }) => codeOf(client.accounts.secondFactor({ code: read() }))),
    );
    expect(results.filter((result) => result === 'ok')).toHaveLength(1);
  });

  it('takes a recovery code instead, once', async () => {
    const { codes } = await equipped();
    const code = codes[0] ?? '';
    expect(await codeOf((await halfway()).client.accounts.secondFactor({ code }))).toBe('ok');
    expect(await codeOf((await halfway()).client.accounts.secondFactor({ code }))).toBe('WRONG_CREDENTIALS');
  });

  it('has to follow the password within five minutes', async () => {
    const { read } = await equipped();
    const { client } = await halfway();
    clinic.backend.clock.pass(300_000);
    expect(await codeOf(client.accounts.secondFactor({ code: read() }))).toBe('UNAUTHENTICATED');
    expect(await codeOf(clinic.backend.station().client.accounts.secondFactor({ code: read() }))).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('is slowed down on its own, and the right password does not forgive its failures', async () => {
    const { read } = await equipped();
    for (let tries = 0; tries < 5; tries += 1)
      await codeOf((await halfway()).client.accounts.secondFactor({ code: '123456' }));
    expect(await codeOf((await halfway()).client.accounts.secondFactor({ code: read() }))).toBe('TOO_MANY_ATTEMPTS');
    clinic.backend.clock.pass(2_001);
    expect(await codeOf((await halfway()).client.accounts.secondFactor({ code: read() }))).toBe('ok');
  });

  it('ends other sessions when it is switched on or off, and not this one', async () => {
    const mary = await hire(clinic, 'mary');
    const elsewhere = clinic.backend.station();
    await elsewhere.client.accounts.signIn({ username: 'mary', password: PASSWORD });
    const { secret } = await mary.client.me.enrolSecondFactor();
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clinic.backend.clock.now() });
    await mary.client.me.confirmSecondFactor({ code });
    expect(await codeOf(elsewhere.client.session.list())).toBe('UNAUTHENTICATED');
    expect(await mary.client.me.get()).toMatchObject({ secondFactor: true, recoveryCodes: 10 });
    await mary.client.me.disableSecondFactor();
    expect(await mary.client.me.get()).toMatchObject({ secondFactor: false, recoveryCodes: 0 });
  });

  it('allows a shorter password, which has to be changed once the second factor is gone', async () => {
    const mary = await equipped();
    const short = 'zq8!vWt2mLx';
    const place = await halfway();
    await place.client.accounts.secondFactor({ code: mary.read() });
    await place.client.accounts.changePassword({ oldPassword: PASSWORD, newPassword: short });
    await clinic.admin.users.resetSecondFactor({ id: mary.id });
    const { client } = clinic.backend.station();
    expect(await client.accounts.signIn({ username: 'mary', password: short })).toMatchObject({
      mustChangePassword: true,
    });
    expect(await codeOf(client.session.list())).toBe('PASSWORD_CHANGE_REQUIRED');
    expect(await codeOf(client.accounts.changePassword({ oldPassword: short, newPassword: 'kq9!bXr7nPz' }))).toBe(
      'VALIDATION',
    );
  });
});

describe('unlocking with a second factor', () => {
  const lockedMary = async () => {
    const mary = await equipped();
    await mary.client.accounts.lock();
    return mary;
  };
  const unlock = (client: Awaited<ReturnType<typeof equipped>>['client']) =>
    client.accounts.unlock({ password: PASSWORD });
  const askForCodes = () => setRules(clinic.admin, { unlockAsksCode: true });

  it('takes the password alone, unless the clinic wants the code as well', async () => {
    const { client } = await lockedMary();
    expect(await unlock(client)).toMatchObject({ needsSecondFactor: false, username: 'mary' });
    expect(await codeOf(client.session.list())).toBe('ok');
  });

  it('opens with the code after the password and not before, in the same session', async () => {
    await askForCodes();
    const { client, read, station } = await lockedMary();
    const session = station.sessionId;
    expect(await codeOf(client.accounts.secondFactor({ code: read() }))).toBe('UNAUTHENTICATED');
    expect(await unlock(client)).toEqual({ needsSecondFactor: true, expiresIn: 300 });
    expect(await codeOf(client.session.list())).toBe('LOCKED');
    expect(await codeOf(client.accounts.secondFactor({ code: '000000' }))).toBe('WRONG_CREDENTIALS');
    expect(await client.accounts.secondFactor({ code: read() })).toMatchObject({ username: 'mary' });
    expect(await codeOf(client.session.list())).toBe('ok');
    expect(station.sessionId).toBe(session);
    expect(await client.session.list()).toHaveLength(1);
  });

  it('asks nobody for a code who has no authenticator', async () => {
    await askForCodes();
    const bob = await hire(clinic, 'bob');
    await bob.client.accounts.lock();
    expect(await unlock(bob.client)).toMatchObject({ needsSecondFactor: false });
  });

  it('unlocks nothing when the session has ended between the two steps', async () => {
    await askForCodes();
    const { client, read, id } = await lockedMary();
    await unlock(client);
    await clinic.admin.users.endSessions({ id });
    expect(await codeOf(client.accounts.secondFactor({ code: read() }))).toBe('UNAUTHENTICATED');
    expect(await client.accounts.start()).toMatchObject({ user: null, locked: null });
  });
});
