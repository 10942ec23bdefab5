import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInThrottle } from '#db/schema/index.ts';
import { createThrottle, delayAfter, passwordGuard } from '#main/services/throttle.ts';
import { tidyUp } from '#main/services/tidy.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, signedIn } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const HOUR = 3_600_000;
const resetOf = (username: string) => ({ username, code: 'AAAA-AAAA-AAAA', newPassword: OTHER_PASSWORD });
const wrong = (username = 'mary') => codeOf(signedIn(clinic.backend, username, 'wrong'));

describe('the throttle', () => {
  it('makes the wait longer with every failure, up to a quarter of an hour', () => {
    expect([1, 4, 5, 6, 7, 20, 99].map(delayAfter)).toEqual([0, 0, 2_000, 4_000, 8_000, 900_000, 900_000]);
  });

  it('counts one account by whatever name it is called', async () => {
    const mary = await hire(clinic, 'mary', { email: 'mary@example.org' });
    for (const name of ['mary', 'MARY', 'mary@example.org', ' mary ', 'ｍａｒｙ']) await wrong(name);
    expect(await codeOf(signedIn(clinic.backend, 'mary@example.org'))).toBe('TOO_MANY_ATTEMPTS');
    expect(await codeOf(mary.client.session.list())).toBe('ok');
  });

  it('holds after a restart, which forgets nothing', async () => {
    await hire(clinic, 'mary');
    for (let tries = 0; tries < 5; tries += 1) await wrong();
    const { db } = clinic.backend.services;
    const restarted = createThrottle(db, clinic.backend.clock);
    await expect(restarted.attempt(passwordGuard('mary', 'here'))).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      data: { retryAfter: 2 },
    });
  });

  it('neither shortens nor lengthens a wait when somebody sets the clock', async () => {
    await hire(clinic, 'mary');
    const { clock, services } = clinic.backend;
    for (let tries = 0; tries < 8; tries += 1) {
      await wrong();
      clock.pass(8_000);
    }
    await wrong();
    clock.set(clock.now() + HOUR);
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('TOO_MANY_ATTEMPTS');
    clock.set(clock.now() - 10 * HOUR);
    const restarted = createThrottle(services.db, clock);
    await expect(restarted.attempt(passwordGuard('mary', 'here'))).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    clock.pass(32_000);
    await expect(restarted.attempt(passwordGuard('mary', 'here'))).resolves.toBeUndefined();
  });

  it('counts a try before it is made, so that many at once are not free', async () => {
    await hire(clinic, 'mary');
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => wrong()));
    expect(outcomes.filter((outcome) => outcome === 'WRONG_CREDENTIALS')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'TOO_MANY_ATTEMPTS')).toHaveLength(25);
  });

  it('asks for a reset after 45 failures in a row at one door, and a reset clears it', async () => {
    const mary = await hire(clinic, 'mary');
    for (let tries = 0; tries < 45; tries += 1) {
      expect(await wrong()).toBe('WRONG_CREDENTIALS');
      clinic.backend.clock.pass(HOUR);
    }
    await expect(signedIn(clinic.backend, 'mary')).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      data: { sentence: { key: 'accounts.resetNeeded' } },
    });
    const admin = await signedIn(clinic.backend, 'ada', ADMINISTRATOR.password);
    await admin.client.users.setPassword({ id: mary.id, password: OTHER_PASSWORD });
    expect(await codeOf(signedIn(clinic.backend, 'mary', OTHER_PASSWORD))).toBe('ok');
  });

  it('treats a name nobody has like one that somebody has', async () => {
    await hire(clinic, 'mary');
    const story = async (username: string) => {
      const outcomes = [];
      for (let tries = 0; tries < 7; tries += 1) outcomes.push(await wrong(username));
      return outcomes;
    };
    expect(await story('nobody')).toEqual(await story('mary'));
  });

  it('forgets names that nobody has after a month, and never what is held against an account', async () => {
    const mary = await hire(clinic, 'mary');
    const { clock, services } = clinic.backend;
    const kept = async () => {
      const rows = await services.db.read(async (reader) => reader.select().from(signInThrottle));
      return rows.map((row) => row.nameKey).sort();
    };
    for (const name of ['mary', 'Correct-Horse-Battery']) await wrong(name);
    await codeOf(clinic.backend.station().client.accounts.resetPassword(resetOf('mary')));
    await codeOf(clinic.backend.station().client.accounts.resetPassword(resetOf('nobody')));
    clock.pass(29 * 24 * HOUR);
    await tidyUp(services);
    expect(await kept()).toHaveLength(4);
    await wrong('a-later-name');
    clock.pass(2 * 24 * HOUR);
    await tidyUp(services);
    expect(await kept()).toEqual(['password a-later-name', 'password-here mary', 'reset-here mary']);
    expect(await codeOf(signedIn(clinic.backend, mary.username))).toBe('ok');
    expect(await kept()).not.toContain('password-here mary');
  });

  it('costs one hash also while it makes one wait', async () => {
    await hire(clinic, 'mary');
    for (let tries = 0; tries < 5; tries += 1) await wrong();
    const before = clinic.backend.hasher.verified;
    expect(await codeOf(signedIn(clinic.backend, 'mary', PASSWORD))).toBe('TOO_MANY_ATTEMPTS');
    expect(clinic.backend.hasher.verified - before).toBe(1);
  });

  it('is not reached by a call without credentials, which costs nothing', async () => {
    const before = clinic.backend.hasher.verified;
    const { client } = clinic.backend.station();
    expect(await codeOf(client.accounts.signIn({ username: '', password: 'x' }))).toBe('VALIDATION');
    expect(await codeOf(client.accounts.signIn({ username: 'ada', password: '' }))).toBe('VALIDATION');
    expect(clinic.backend.hasher.verified).toBe(before);
  });
});
