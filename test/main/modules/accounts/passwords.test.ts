import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, signedIn, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const HOUR = 3_600_000;
const change = { oldPassword: PASSWORD, newPassword: OTHER_PASSWORD };

describe('changing one’s own password', () => {
  it('keeps this session, under a new id, and ends all others', async () => {
    const mary = await hire(clinic, 'mary');
    const elsewhere = await signedIn(clinic.backend, 'mary');
    const before = mary.station.sessionId;
    expect(await mary.client.accounts.changePassword(change)).toMatchObject({ username: 'mary' });
    expect(mary.station.sessionId).not.toBe(before);
    expect(await mary.client.session.list()).toMatchObject([{ current: true }]);
    expect(await codeOf(elsewhere.client.session.list())).toBe('UNAUTHENTICATED');
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(signedIn(clinic.backend, 'mary', OTHER_PASSWORD))).toBe('ok');
  });

  it('leaves its page signed in all the while, however fast that asks', async () => {
    const mary = await hire(clinic, 'mary');
    const seen: Array<Promise<string | undefined>> = [];
    const ask = () => mary.client.accounts.start().then(({ user }) => user?.username);
    clinic.backend.services.signals.connect('committed', () => void seen.push(ask()), 'test');
    await mary.client.accounts.changePassword(change);
    await mary.client.session.endOthers();
    expect(await Promise.all(seen)).toEqual(['mary', 'mary']);
  });

  it('asks for the old one, wants another one and a good one, and says so beside the fields', async () => {
    const { client } = await hire(clinic, 'mary');
    const fieldOf = (input: typeof change) =>
      client.accounts.changePassword(input).catch((error) => error.data.fields.map((field: object) => field));
    expect(await fieldOf({ ...change, oldPassword: 'wrong' })).toMatchObject([
      { path: 'oldPassword', key: 'validation.oldPassword' },
    ]);
    expect(await fieldOf({ ...change, newPassword: PASSWORD })).toMatchObject([{ key: 'password.same' }]);
    expect(await fieldOf({ ...change, newPassword: 'dragondragon2025' })).toMatchObject([{ key: 'password.common' }]);
    expect(await fieldOf({ ...change, newPassword: 'clinic-desk-mary' })).toMatchObject([{ key: 'password.similar' }]);
    expect(await fieldOf({ ...change, newPassword: '918273645546372819' })).toMatchObject([
      { key: 'password.numeric' },
    ]);
  });

  it('makes guessing the old one as slow as signing in', async () => {
    const { client } = await hire(clinic, 'mary');
    for (let tries = 0; tries < 5; tries += 1)
      await codeOf(client.accounts.changePassword({ ...change, oldPassword: 'x' }));
    expect(await codeOf(client.accounts.changePassword(change))).toBe('TOO_MANY_ATTEMPTS');
  });
});

describe('a reset code', () => {
  const reset = (code: string, newPassword = OTHER_PASSWORD) =>
    clinic.backend.station().client.accounts.resetPassword({ username: 'mary', code, newPassword });

  it('sets a new password once, ends the sessions, and forgives the failures', async () => {
    const mary = await hire(clinic, 'mary');
    for (let tries = 0; tries < 6; tries += 1) await codeOf(signedIn(clinic.backend, 'mary', 'wrong'));
    const { code } = await clinic.admin.users.issueResetCode({ id: mary.id });
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await reset(code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      message: { key: 'accounts.passwordReset' },
    });
    expect(await codeOf(mary.client.session.list())).toBe('UNAUTHENTICATED');
    expect(await codeOf(signedIn(clinic.backend, 'mary', OTHER_PASSWORD))).toBe('ok');
    await expect(reset(code, PASSWORD)).rejects.toMatchObject({
      data: { sentence: { key: 'accounts.wrongResetCode' } },
    });
  });

  it('is not spent by a password that is refused', async () => {
    const mary = await hire(clinic, 'mary');
    const { code } = await clinic.admin.users.issueResetCode({ id: mary.id });
    expect(await codeOf(reset(code, 'short'))).toBe('VALIDATION');
    expect(await codeOf(reset(code))).toBe('ok');
  });

  it('dies when it is superseded, after three days or the clinic’s shorter time, and with password, sign-in or e-mail', async () => {
    const { admin, backend } = clinic;
    const mary = await hire(clinic, 'mary');
    const issue = async () => (await admin.users.issueResetCode({ id: mary.id })).code;
    const refresh = () => admin.accounts.confirmPassword({ password: 'violet-harbour-lantern-42' });

    const superseded = await issue();
    const newer = await issue();
    expect(await codeOf(reset(superseded))).toBe('WRONG_CREDENTIALS');
    await signedIn(backend, 'mary');
    expect(await codeOf(reset(newer))).toBe('WRONG_CREDENTIALS');

    const beforeEmail = await issue();
    const { version } = await admin.users.get({ id: mary.id });
    await admin.users.update({ id: mary.id, version, user: userForm('mary', { email: 'mary@example.org' }) });
    expect(await codeOf(reset(beforeEmail))).toBe('WRONG_CREDENTIALS');

    const beforePassword = await issue();
    await admin.users.setPassword({ id: mary.id, password: OTHER_PASSWORD });
    expect(await codeOf(reset(beforePassword))).toBe('WRONG_CREDENTIALS');

    const { policy, version: stored } = await admin.policy.get();
    await admin.policy.update({ version: stored, policy: { ...policy, resetCodeHours: 2 } });
    const late = await issue();
    const minutes = async (n: number) => {
      for (let passed = 0; passed < n; passed += 4) {
        backend.clock.pass(4 * 60_000);
        await admin.accounts.activity();
      }
    };
    await minutes(120);
    expect(await codeOf(reset(late))).toBe('WRONG_CREDENTIALS');
    await refresh();
    const inTime = await issue();
    await minutes(112);
    expect(await codeOf(reset(inTime, 'harbour-lamp-ocean-21'))).toBe('ok');
  });

  it('holds for three days unless the clinic says otherwise', async () => {
    const mary = await hire(clinic, 'mary');
    const { expiresAt } = await clinic.admin.users.issueResetCode({ id: mary.id });
    expect(expiresAt - clinic.backend.clock.now()).toBe(72 * HOUR);
  });

  it('is asked for without the answer telling who exists; the administrators hear of it once', async () => {
    await hire(clinic, 'mary');
    const { client } = clinic.backend.station();
    const answers = [];
    for (const username of ['mary', 'mary', 'nobody']) answers.push(await client.accounts.requestReset({ username }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await clinic.backend.services.backgroundTasks.close();
    const waiting = await clinic.backend.services.messages.take(1);
    expect(waiting.map((notice) => notice.key)).toEqual(['accounts.resetAsked']);
  });

  it('is guessed no faster than a password', async () => {
    const mary = await hire(clinic, 'mary');
    const { code } = await clinic.admin.users.issueResetCode({ id: mary.id });
    for (let tries = 0; tries < 5; tries += 1) await codeOf(reset('AAAA-AAAA-AAAA'));
    expect(await codeOf(reset(code))).toBe('TOO_MANY_ATTEMPTS');
  });
});

describe('recovery codes', () => {
  it('reset a password without anybody’s help, each once', async () => {
    const mary = await hire(clinic, 'mary');
    const { codes } = await mary.client.me.newRecoveryCodes();
    expect(codes).toHaveLength(10);
    const { client } = clinic.backend.station();
    const input = { username: 'mary', code: codes[3] ?? '', newPassword: OTHER_PASSWORD };
    expect(await codeOf(client.accounts.resetPassword(input))).toBe('ok');
    expect(await codeOf(client.accounts.resetPassword({ ...input, newPassword: PASSWORD }))).toBe('WRONG_CREDENTIALS');
    const again = await signedIn(clinic.backend, 'mary', OTHER_PASSWORD);
    expect(await again.client.me.get()).toMatchObject({ recoveryCodes: 9 });
  });
});

describe('stored secrets', () => {
  it('are hashes: no code and no password can be read from the tables', async () => {
    const mary = await hire(clinic, 'mary');
    const { code } = await clinic.admin.users.issueResetCode({ id: mary.id });
    const { codes } = await mary.client.me.newRecoveryCodes();
    const { recoveryCode, resetCode, user } = await import('#db/schema/index.ts');
    const stored = await clinic.backend.services.db.read(async (reader) => [
      await reader.select().from(recoveryCode),
      await reader.select().from(resetCode),
      await reader.select().from(user),
    ]);
    const text = JSON.stringify([stored, clinic.backend.logged]);
    for (const secret of [code, ...codes, PASSWORD]) expect(text).not.toContain(secret);
    for (const secret of [code, ...codes]) expect(text).not.toContain(secret.replaceAll('-', ''));
  });
});
