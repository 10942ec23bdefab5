import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newStation } from '#main/services/stations.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
  await hire(clinic, 'bea', { isSuperuser: true });
});
afterEach(() => clinic.backend.close());

const HOUR = 3_600_000;
const passwords: Record<string, string> = { ada: ADMINISTRATOR.password, bea: PASSWORD };
const here = () => clinic.backend.station().client;
/** A place on another computer, or the terminal. */
const elsewhere = () => clinic.backend.clientFor({ id: 'far', station: newStation('far', 'BACK-OFFICE', '10.0.0.7') });
type Door = typeof here;
const signIn = (door: Door, username: string, password: string) => door().accounts.signIn({ username, password });
const reset = (door: Door, username: string, code: string) =>
  door().accounts.resetPassword({ username, code, newPassword: OTHER_PASSWORD });

/** Tries it 46 times, an hour apart: once more than a door takes. */
async function wearOut(attempt: () => Promise<unknown>) {
  for (let tries = 0; tries < 46; tries += 1) {
    await codeOf(attempt());
    clinic.backend.clock.pass(HOUR);
  }
}
/** Who of them gets in where by the right password, a month later. */
async function whoGetsIn() {
  clinic.backend.clock.pass(30 * 24 * HOUR);
  const inside: string[] = [];
  for (const username of ['ada', 'bea'])
    for (const door of [here, elsewhere])
      if ((await codeOf(signIn(door, username, passwords[username] ?? ''))) === 'ok') inside.push(username);
  return inside;
}

describe('of several superusers', () => {
  it('somebody still gets in after all doors of all of them were worn out', async () => {
    for (const username of ['ada', 'bea'])
      for (const door of [here, elsewhere]) {
        await wearOut(() => signIn(door, username, 'wrong'));
        await wearOut(() => reset(door, username, 'AAAA-AAAA-AAAA'));
      }
    expect(await whoGetsIn()).not.toEqual([]);
  });

  it('the last one whose doors are open still resets by a code, whoever guessed codes', async () => {
    const { codes } = await clinic.admin.me.newRecoveryCodes();
    for (const username of ['bea', 'ada'])
      for (const door of [here, elsewhere]) await wearOut(() => reset(door, username, 'AAAA-AAAA-AAAA'));
    expect(await codeOf(reset(here, 'ada', codes[0] ?? ''))).toBe('ok');
  });

  it('one is shut for good while another could let them in again', async () => {
    await wearOut(() => signIn(here, 'bea', 'wrong'));
    clinic.backend.clock.pass(30 * 24 * HOUR);
    await expect(signIn(here, 'bea', PASSWORD)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      data: { sentence: { key: 'accounts.resetNeeded' } },
    });
    expect(await codeOf(signIn(here, 'ada', ADMINISTRATOR.password))).toBe('ok');
  });

  it('the one left guesses on at the second step, slowly, while the other is shut out', async () => {
    const { secret } = await clinic.admin.me.enrolSecondFactor();
    const { codes } = await clinic.admin.me.confirmSecondFactor({ code: digits(secret) });
    await wearOut(() => signIn(here, 'bea', 'wrong'));
    const client = here();
    const secondStep = async (code: string) => {
      await signIn(() => client, 'ada', ADMINISTRATOR.password);
      return client.accounts.secondFactor({ code });
    };
    for (let tries = 0; tries < 101; tries += 1) {
      await codeOf(secondStep('000000'));
      clinic.backend.clock.pass(HOUR);
    }
    expect(await codeOf(secondStep(codes[0] ?? ''))).toBe('ok');
  });
});

function digits(secret: string) {
  clinic.backend.clock.pass(30_000);
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clinic.backend.clock.now() });
}
