import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { superuserHash } from '#main/modules/accounts/signIn/terminal.ts';
import { startBackend, startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, PASSWORD, setRules, userForm } from '#test/support/staff.ts';

/** What nobody has to guess for long, by what is wrong with it, for Zoe Lind of the Harbour Street Clinic. */
const WEAK = {
  'password password': 'password.repeated',
  'lantern-lantern-lantern': 'password.repeated',
  'hospital hospital 1': 'password.repeated',
  zoelindzoelindzoe: 'password.similar',
  'Zoe Lind Zoe Lind': 'password.similar',
  z0el1ndz0el1ndz0e: 'password.similar',
  dnileozdnileozdni: 'password.similar',
  'Harbour Street Clinic!': 'password.similar',
  'harbour-street-clinic-2026': 'password.similar',
  qwertzuiopasdfgh: 'password.keyboard',
  azertyuiopqsdfghjklm: 'password.keyboard',
  poiuztrewqlkjhgf: 'password.keyboard',
  '1qay2wsx3edc4rfv': 'password.keyboard',
  '1234567890qwertz': 'password.keyboard',
} as const;
const GOOD = 'copper-meadow-violin-77';

const zoe = { username: 'zoelind', givenName: 'Zoe', familyName: 'Lind' };

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

interface Raised {
  data?: { fields?: Array<{ key: string }> };
}

/** What each of the weak ones is refused with at a door, and what a good one is. */
async function seenAt(door: (password: string) => Promise<unknown>): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const password of [...Object.keys(WEAK), GOOD])
    seen[password] = await door(password).then(
      () => 'ok',
      (error: Raised) => error.data?.fields?.map(({ key }) => key).join() ?? 'refused',
    );
  return seen;
}
const expected = { ...WEAK, [GOOD]: 'ok' };

describe('a weak password is refused, with one sentence that says why,', () => {
  it('by the wizard', async () => {
    const backend = await startBackend();
    const { client } = backend.station();
    const seen = await seenAt((password) =>
      client.accounts.setup({ clinicName: 'Harbour Street Clinic', administrator: { ...zoe, password } }),
    );
    await backend.close();
    expect(seen).toEqual(expected);
  });

  it('where somebody changes their own', async () => {
    const mary = await hire(clinic, 'zoelind', zoe);
    const change = (newPassword: string) => mary.client.accounts.changePassword({ oldPassword: PASSWORD, newPassword });
    expect(await seenAt((password) => change(password === GOOD ? `${GOOD}8` : password))).toEqual(expected);
  });

  it('where an administrator gives it, to a new user and to one there is', async () => {
    const { id } = await clinic.admin.users.create({ user: userForm('zoelind', zoe) });
    expect(await seenAt((password) => clinic.admin.users.setPassword({ id, password }))).toEqual(expected);
    const other = { ...zoe, username: 'zoelind2' };
    expect(
      await seenAt((password) => clinic.admin.users.create({ user: userForm('zoelind2', other), password })),
    ).toEqual(expected);
  });

  it('where it is set by a reset code', async () => {
    const { id } = await hire(clinic, 'zoelind', zoe);
    const { code } = await clinic.admin.users.issueResetCode({ id });
    const { client } = clinic.backend.station();
    expect(
      await seenAt((newPassword) => client.accounts.resetPassword({ username: 'zoelind', code, newPassword })),
    ).toEqual(expected);
  });

  it('where somebody registers', async () => {
    await setRules(clinic.admin, { registration: { policy: 'open', groupId: GROUPS.readOnly } });
    const { client } = clinic.backend.station();
    expect(await seenAt((password) => client.accounts.register({ ...zoe, password }))).toEqual(expected);
  });

  it('at the terminal', async () => {
    const who = { ...zoe, email: '' };
    expect(await seenAt((password) => superuserHash(clinic.backend.services, who, password))).toEqual(expected);
  });
});

describe('the meter', () => {
  it('says of each what the door will say, and calls none of the refused ones more than weak', async () => {
    const { client } = await hire(clinic, 'zoelind', zoe);
    for (const [password, key] of Object.entries(WEAK)) {
      const verdict = await client.accounts.passwordStrength({ password });
      expect([password, verdict.accepted, verdict.reasons]).toEqual([password, false, [{ key }]]);
      expect([password, verdict.score <= 1]).toEqual([password, true]);
    }
    expect(await client.accounts.passwordStrength({ password: GOOD })).toMatchObject({ accepted: true, reasons: [] });
  });

  it('calls one of the most used passwords weak, however long it is', async () => {
    const { client } = clinic.backend.station();
    const verdict = await client.accounts.passwordStrength({ password: 'correct horse battery staple' });
    expect(verdict).toEqual({ score: 1, accepted: false, reasons: [{ key: 'password.common' }] });
  });

  it('judges for whom a password is set, and for nobody whom the asking one may not manage', async () => {
    const { id } = await clinic.admin.users.create({ user: userForm('zoelind', zoe) });
    const asked = { password: 'zoelindzoelindzoe', userId: id };
    expect(await clinic.admin.accounts.passwordStrength(asked)).toMatchObject({
      reasons: [{ key: 'password.similar' }],
    });
    const { client } = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    expect(await codeOf(client.accounts.passwordStrength(asked))).toBe('FORBIDDEN');
    const helper = await hire(clinic, 'helper', { permissions: ['users.change'] });
    expect(await codeOf(helper.client.accounts.passwordStrength(asked))).toBe('ok');
    expect(await codeOf(helper.client.accounts.passwordStrength({ ...asked, userId: 1 }))).toBe('FORBIDDEN');
    expect(await codeOf(clinic.backend.station().client.accounts.passwordStrength(asked))).toBe('UNAUTHENTICATED');
  });
});
