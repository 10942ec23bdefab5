import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, signedIn, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const DAY = 24 * 3_600_000;
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { code: string; data: object }) => error,
  );

describe('a first password that an administrator has set', () => {
  const expired = { code: 'FORBIDDEN', data: { sentence: { key: 'accounts.firstPasswordExpired' } } };
  const asAdministrator = async () => (await signedIn(clinic.backend, 'ada', ADMINISTRATOR.password)).client;

  it('opens nothing after seven days, and says so to nobody else', async () => {
    const { clock } = clinic.backend;
    const { id } = await clinic.admin.users.create({ user: userForm('mary'), password: PASSWORD });
    await clinic.admin.users.create({ user: userForm('bob'), password: PASSWORD });
    clock.pass(7 * DAY - 1);
    const bob = await signedIn(clinic.backend, 'bob');
    clock.pass(1);
    expect(await refusalOf(signedIn(clinic.backend, 'mary'))).toMatchObject(expired);
    expect(await refusalOf(signedIn(clinic.backend, 'mary', 'wrong'))).toMatchObject({
      data: { sentence: { key: 'errors.wrongCredentials' } },
    });
    const change = { oldPassword: PASSWORD, newPassword: OTHER_PASSWORD };
    expect(await refusalOf(bob.client.accounts.changePassword(change))).toMatchObject(expired);

    const { code } = await (await asAdministrator()).users.issueResetCode({ id });
    const { client } = clinic.backend.station();
    await client.accounts.resetPassword({ username: 'mary', code, newPassword: OTHER_PASSWORD });
    clock.pass(30 * DAY);
    expect(await codeOf(signedIn(clinic.backend, 'mary', OTHER_PASSWORD))).toBe('ok');
  });

  it('counts anew when it is set again, and not at all once its owner has chosen another', async () => {
    const { clock } = clinic.backend;
    const mary = await hire(clinic, 'mary');
    clock.pass(30 * DAY);
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('ok');
    await (await asAdministrator()).users.setPassword({ id: mary.id, password: OTHER_PASSWORD });
    clock.pass(7 * DAY);
    expect(await refusalOf(signedIn(clinic.backend, 'mary', OTHER_PASSWORD))).toMatchObject(expired);
    await (await asAdministrator()).users.setPassword({ id: mary.id, password: PASSWORD });
    expect(await codeOf(signedIn(clinic.backend, 'mary'))).toBe('ok');
  });
});
