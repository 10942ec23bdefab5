import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend } from '#main/backend.ts';
import { newStation } from '#main/services/stations.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, signedIn } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const HOUR = 3_600_000;
const { password } = ADMINISTRATOR;

/** A place on another computer. */
function elsewhere() {
  const station = newStation('far', 'BACK-OFFICE', '10.0.0.7');
  return clinic.backend.clientFor({ id: 'far', station });
}
const guess = (client = elsewhere(), username = 'ada') =>
  codeOf(client.accounts.signIn({ username, password: 'wrong' }));

/** Wrong guesses, an hour apart, as many as asked for; how many of them were looked at. */
async function patientlyGuess(times: number, client = elsewhere(), username = 'mary') {
  let looked = 0;
  for (let tries = 0; tries < times; tries += 1) {
    if ((await guess(client, username)) === 'WRONG_CREDENTIALS') looked += 1;
    clinic.backend.clock.pass(HOUR);
  }
  return looked;
}

describe('the last administrator', () => {
  it('is not kept out of the computer where they work by guesses made on another one', async () => {
    await patientlyGuess(130, elsewhere(), 'ada');
    expect(await guess()).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(elsewhere().accounts.signIn({ username: 'ada', password }))).toBe('TOO_MANY_ATTEMPTS');
    expect(await codeOf(signedIn(clinic.backend, 'ada', password))).toBe('ok');
  });

  it('waits at most a quarter of an hour on that computer, whatever was guessed there', async () => {
    const here = clinic.backend.station().client;
    await patientlyGuess(130, here, 'ada');
    expect(await guess(here)).toBe('WRONG_CREDENTIALS');
    clinic.backend.clock.pass(HOUR / 4);
    expect(await codeOf(signedIn(clinic.backend, 'ada', password))).toBe('ok');
  });

  it('sets a new password by a recovery code, whatever codes were guessed on another computer', async () => {
    const { codes } = await clinic.admin.me.newRecoveryCodes();
    const reset = (client: ReturnType<typeof elsewhere>, code: string) =>
      codeOf(client.accounts.resetPassword({ username: 'ada', code, newPassword: OTHER_PASSWORD }));
    for (let tries = 0; tries < 130; tries += 1) {
      await reset(elsewhere(), 'AAAA-AAAA-AAAA');
      clinic.backend.clock.pass(HOUR);
    }
    expect(await reset(clinic.backend.station().client, codes[0] ?? '')).toBe('ok');
  });
});

describe('the place that somebody holds', () => {
  it('opens, confirms and changes the password whatever is guessed at the door', async () => {
    const mary = await hire(clinic, 'mary');
    await mary.client.accounts.lock();
    for (let tries = 0; tries < 8; tries += 1) {
      await guess(clinic.backend.station().client, 'mary');
      await guess(elsewhere(), 'mary');
    }
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('TOO_MANY_ATTEMPTS');
    expect(await codeOf(mary.client.accounts.unlock({ password: PASSWORD }))).toBe('ok');
    expect(await codeOf(mary.client.accounts.confirmPassword({ password: PASSWORD }))).toBe('ok');
    const change = { oldPassword: PASSWORD, newPassword: OTHER_PASSWORD };
    expect(await codeOf(mary.client.accounts.changePassword(change))).toBe('ok');
  });

  it('is lost after ten wrong passwords in a row, which a restart does not forget', async () => {
    const mary = await hire(clinic, 'mary');
    await mary.client.accounts.lock();
    const unlock = (client: typeof mary.client, typed = 'wrong') => codeOf(client.accounts.unlock({ password: typed }));
    for (let tries = 0; tries < 5; tries += 1) expect(await unlock(mary.client)).toBe('WRONG_CREDENTIALS');
    expect(await unlock(mary.client, PASSWORD)).toBe('TOO_MANY_ATTEMPTS');

    const { data, services } = clinic.backend;
    const again = await createBackend(data.db, services.ports);
    const client = again.clientFor({ id: 'mary', station: mary.station });
    expect(await unlock(client, PASSWORD)).toBe('TOO_MANY_ATTEMPTS');
    for (let tries = 0; tries < 5; tries += 1) {
      clinic.backend.clock.pass(60_000);
      expect(await unlock(client)).toBe('WRONG_CREDENTIALS');
    }
    clinic.backend.clock.pass(60_000);
    expect(await unlock(client, PASSWORD)).toBe('UNAUTHENTICATED');
    expect(mary.station.notices.map(({ key }) => key)).toEqual(['accounts.tooManyHere']);
    expect(await client.accounts.start()).toMatchObject({ user: null, locked: null });
    expect(await codeOf(client.accounts.signIn({ username: 'mary', password: PASSWORD }))).toBe('ok');
  });
});

describe('guessing', () => {
  it('ends after a hundred failures in a row from everywhere together', async () => {
    const mary = await hire(clinic, 'mary');
    await mary.client.accounts.lock();
    let held = 0;
    while ((await codeOf(mary.client.accounts.unlock({ password: 'wrong' }))) === 'WRONG_CREDENTIALS') {
      held += 1;
      clinic.backend.clock.pass(60_000);
    }
    const here = await patientlyGuess(60, clinic.backend.station().client);
    const far = await patientlyGuess(60);
    expect(held + here + far).toBe(100);
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('is counted as made elsewhere until the account has signed in on the computer', async () => {
    const { admin, backend } = clinic;
    await admin.users.create({ user: { username: 'bob', familyName: 'Tester' }, password: PASSWORD });
    for (let tries = 0; tries < 5; tries += 1) await guess(elsewhere(), 'bob');
    expect(await codeOf(signedIn(backend, 'bob'))).toBe('TOO_MANY_ATTEMPTS');
    backend.clock.pass(60_000);
    await signedIn(backend, 'bob');
    for (let tries = 0; tries < 9; tries += 1) await guess(elsewhere(), 'bob');
    expect(await codeOf(signedIn(backend, 'bob'))).toBe('ok');
  });

  it('gains nothing from a mark that a page or another account made', async () => {
    const { backend } = clinic;
    const mary = await hire(clinic, 'mary');
    const { device } = backend.services.ports;
    const marks = device.get('signedInHere') as Record<string, string>;
    expect(Object.keys(marks).sort()).toEqual(['1', String(mary.id)]);
    device.set('signedInHere', { 1: marks[mary.id], [mary.id]: 'made-up' });
    await mary.client.device.set({ name: 'signedInHere', value: marks });
    for (const username of ['ada', 'mary']) {
      for (let tries = 0; tries < 5; tries += 1) await guess(elsewhere(), username);
      expect(await guess(backend.station().client, username), username).toBe('TOO_MANY_ATTEMPTS');
    }
  });
});
