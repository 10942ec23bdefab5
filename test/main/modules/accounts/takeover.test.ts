import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, signedIn } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const STEP = 30_000;
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { code: string; data: object }) => error,
  );

describe('somebody who found the printed recovery codes of an account with an authenticator', () => {
  /** Mary's account; `read` is on their phone. */
  async function equipped() {
    const mary = await hire(clinic, 'mary');
    const { secret } = await mary.client.me.enrolSecondFactor();
    const read = () => {
      clinic.backend.clock.pass(STEP);
      return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clinic.backend.clock.now() });
    };
    const { codes } = await mary.client.me.confirmSecondFactor({ code: read() });
    return { ...mary, codes: codes as [string, string, ...string[]], read };
  }
  const reset = (code: string, authenticatorCode?: string, newPassword = OTHER_PASSWORD) =>
    clinic.backend.station().client.accounts.resetPassword({
      username: 'mary',
      code,
      newPassword,
      ...(authenticatorCode === undefined ? {} : { authenticatorCode }),
    });
  const wrongAt = (key: string) => ({ code: 'VALIDATION', data: { fields: [{ path: 'authenticatorCode', key }] } });

  it('sets no new password with one, and so does not come in with another', async () => {
    const { codes, client } = await equipped();
    expect(await refusalOf(reset(codes[0]))).toMatchObject(wrongAt('validation.authenticatorCode'));
    expect(await refusalOf(reset(codes[0], codes[1]))).toMatchObject(wrongAt('validation.wrongCode'));
    expect(await codeOf(signedIn(clinic.backend, 'mary', OTHER_PASSWORD))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('ok');
    expect(await client.me.get()).toMatchObject({ recoveryCodes: 10 });
  });

  it('guesses the digits of the authenticator no faster than at the second step', async () => {
    const { codes, read } = await equipped();
    for (let tries = 0; tries < 5; tries += 1) await codeOf(reset(codes[0], '000000'));
    clinic.backend.clock.pass(1_000);
    expect(await codeOf(reset(codes[0], '000000'))).toBe('TOO_MANY_ATTEMPTS');
    expect(await codeOf(reset(codes[0], read()))).toBe('ok');
  });

  it('is told nothing of an authenticator without a right code', async () => {
    const { read } = await equipped();
    await hire(clinic, 'bob');
    expect(await codeOf(reset('AAAA-AAAA-AAAA'))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(reset('AAAA-AAAA-AAAA', read()))).toBe('WRONG_CREDENTIALS');
  });

  it('while the owner, with code and authenticator, sets a new password; each counts once', async () => {
    const { codes, read } = await equipped();
    const digits = read();
    expect(await codeOf(reset(codes[0], digits, 'short'))).toBe('VALIDATION');
    expect(await codeOf(reset(codes[0], digits))).toBe('ok');
    const place = clinic.backend.station();
    await place.client.accounts.signIn({ username: 'mary', password: OTHER_PASSWORD });
    expect(await codeOf(place.client.accounts.secondFactor({ code: digits }))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(place.client.accounts.secondFactor({ code: codes[1] }))).toBe('ok');
    expect(await codeOf(reset(codes[0], read(), PASSWORD))).toBe('WRONG_CREDENTIALS');
  });

  it('nor is anything else asked of a code that an administrator gave', async () => {
    const mary = await equipped();
    const { code } = await clinic.admin.users.issueResetCode({ id: mary.id });
    expect(await codeOf(reset(code))).toBe('ok');
  });
});
