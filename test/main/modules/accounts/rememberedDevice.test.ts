import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newStation } from '#main/services/stations.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, PASSWORD, setRules } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
  await setRules(clinic.admin, { rememberDeviceDays: 30 });
});
afterEach(() => clinic.backend.close());

const STEP = 30_000;
const DAY = 24 * 3_600_000;

/** This computer's own station, as after a start of the program. */
function computer() {
  const station = newStation('desktop', 'FRONT-DESK-2', 'local', true);
  return { station, client: clinic.backend.clientFor({ id: 'desktop', station }) };
}

/** A user with an authenticator, and a way to sign in at a place with the code of the moment. */
async function equipped(username = 'mary') {
  const { client, id } = await hire(clinic, username);
  const { secret } = await client.me.enrolSecondFactor();
  const read = () => {
    clinic.backend.clock.pass(STEP);
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clinic.backend.clock.now() });
  };
  await client.me.confirmSecondFactor({ code: read() });
  const enter = async (place = computer(), remember = true, password = PASSWORD) => {
    await place.client.accounts.signIn({ username, password });
    await place.client.accounts.secondFactor({ code: read(), remember });
    return place;
  };
  return { id, username, enter };
}

/** Whether a right password still asks for the code. */
async function asksForCode(username = 'mary', { client } = computer(), password = PASSWORD) {
  return (await client.accounts.signIn({ username, password })).needsSecondFactor;
}

describe('a computer that stands in for the second factor', () => {
  it('does so for the one who wanted it, after the password, for as long as the clinic says', async () => {
    const mary = await equipped();
    await equipped('bob');
    await mary.enter(computer(), false);
    expect(await asksForCode()).toBe(true);
    const { client } = await mary.enter();
    expect(await client.me.get()).toMatchObject({ rememberedUntil: clinic.backend.clock.now() + 30 * DAY });
    expect(await codeOf(asksForCode('mary', computer(), 'wrong'))).toBe('WRONG_CREDENTIALS');
    expect(await asksForCode()).toBe(false);
    expect(await asksForCode('bob')).toBe(true);
    clinic.backend.clock.pass(30 * DAY);
    expect(await asksForCode()).toBe(true);
  });

  it('is offered on the computer itself only, and only where the clinic allows it', async () => {
    const mary = await equipped();
    expect(await computer().client.accounts.start()).toMatchObject({ rememberDays: 30 });
    const elsewhere = await mary.enter(clinic.backend.station());
    expect(await elsewhere.client.accounts.start()).toMatchObject({ rememberDays: 0 });
    expect(await asksForCode()).toBe(true);
    await mary.enter();
    expect(await asksForCode('mary', clinic.backend.station())).toBe(true);
    await setRules(clinic.admin, { rememberDeviceDays: 0 });
    expect(await asksForCode()).toBe(true);
  });

  it('asks again as soon as its user says so', async () => {
    const { client } = await (await equipped()).enter();
    await client.me.forgetDevice();
    expect(await client.me.get()).toMatchObject({ rememberedUntil: null });
    expect(await asksForCode()).toBe(true);
  });

  it('asks again after a changed password and after ended sessions', async () => {
    const mary = await equipped();
    const { client } = await mary.enter();
    await client.accounts.changePassword({ oldPassword: PASSWORD, newPassword: OTHER_PASSWORD });
    expect(await asksForCode('mary', computer(), OTHER_PASSWORD)).toBe(true);

    const again = await mary.enter(computer(), true, OTHER_PASSWORD);
    await again.client.session.endOthers();
    expect(await codeOf(again.client.session.list())).toBe('ok');
    expect(await asksForCode('mary', computer(), OTHER_PASSWORD)).toBe(true);

    await mary.enter(computer(), true, OTHER_PASSWORD);
    await clinic.admin.accounts.signIn({ username: 'ada', password: 'violet-harbour-lantern-42' });
    await clinic.admin.users.endSessions({ id: mary.id });
    expect(await asksForCode('mary', computer(), OTHER_PASSWORD)).toBe(true);
  });

  it('is not believed when its value was changed, copied to another user, or made before the clock was set back', async () => {
    const [mary, bob] = [await equipped(), await equipped('bob')];
    await mary.enter();
    const { device } = clinic.backend.services.ports;
    const kept = device.get('rememberedFor') as Record<string, string>;
    const own = kept[mary.id] ?? '';
    device.set('rememberedFor', { [bob.id]: own, [mary.id]: `x${own}` });
    expect(await asksForCode('bob')).toBe(true);
    expect(await asksForCode()).toBe(true);
    device.set('rememberedFor', kept);
    expect(await asksForCode()).toBe(false);
    clinic.backend.clock.set(clinic.backend.clock.now() - DAY);
    expect(await asksForCode()).toBe(true);
  });

  it('cannot be made by a page that has values signed', async () => {
    const mary = await equipped();
    const { client } = computer();
    for (const salt of [undefined, `user ${mary.id}`])
      await client.device.set({ name: 'rememberedFor', value: { [mary.id]: 1 }, salt });
    expect(await asksForCode()).toBe(true);
  });

  it('unlocks with the password alone where unlocking asks for the code', async () => {
    await setRules(clinic.admin, { unlockAsksCode: true });
    const { client } = await (await equipped()).enter();
    await client.accounts.lock();
    expect(await client.accounts.unlock({ password: PASSWORD })).toMatchObject({ needsSecondFactor: false });
  });
});
