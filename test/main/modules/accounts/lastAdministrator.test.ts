import { and, eq, isNotNull } from 'drizzle-orm';
import { assert, asyncProperty, constantFrom, integer, record, array as sequenceOf } from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { user } from '#db/schema/index.ts';
import { startClinic, type TestBackend } from '#test/support/backend.ts';
import { codeOf, hire, OTHER_PASSWORD, userForm } from '#test/support/staff.ts';
import '#test/support/seed.ts';

let backend: TestBackend;
afterEach(() => backend.close());

const able = () =>
  backend.services.db.read(async (reader) =>
    reader
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.isActive, true), eq(user.isSuperuser, true), isNotNull(user.passwordHash))),
  );

describe('the last administrator', () => {
  it('cannot be demoted or deactivated, by themselves least of all', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    const { version } = await clinic.admin.users.get({ id: 1 });
    await expect(clinic.admin.users.deactivate({ id: 1, version })).rejects.toMatchObject({
      code: 'IN_USE',
      data: { reasons: [{ key: 'accounts.lastAdministrator' }] },
    });
    expect(await codeOf(clinic.admin.users.update({ id: 1, version, user: userForm('ada') }))).toBe('IN_USE');
    expect(await codeOf(clinic.admin.users.list({}))).toBe('ok');
  });

  it('is still there after any sequence of allowed actions', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    const people = [1, (await hire(clinic, 'bea', { isSuperuser: true })).id, (await hire(clinic, 'cem')).id];
    // Whoever is still an administrator acts; the passwords are the same for all, so that anybody can.
    const act = async ({ who, on, what }: { who: number; on: number; what: string }) => {
      const actors = await able();
      const actor = actors[who % actors.length]?.id ?? 0;
      // Whoever was given a password has chosen another one since.
      await backend.services.db.write(async (tx) => void (await tx.update(user).set({ mustChangePassword: false })));
      const { station, client } = backend.station();
      const { credentialVersion } = (await clinicUser(actor)) ?? { credentialVersion: 0 };
      await backend.services.sessions.begin(station, { id: actor, credentialVersion });
      const id = people[on] ?? 1;
      const target = await client.users.get({ id });
      const place = { id, version: target.version };
      const form = userForm(target.username, { isActive: target.isActive });
      const actions: Record<string, () => Promise<unknown>> = {
        promote: () => client.users.update({ ...place, user: { ...form, isSuperuser: true } }),
        demote: () => client.users.update({ ...place, user: form }),
        shutOut: () =>
          client.users.update({ ...place, user: { ...form, isSuperuser: target.isSuperuser, isActive: false } }),
        deactivate: () => client.users.deactivate(place),
        activate: () => client.users.activate(place),
        setPassword: () => client.users.setPassword({ id, password: OTHER_PASSWORD }),
        resetSecondFactor: () => client.users.resetSecondFactor({ id }),
        endSessions: () => client.users.endSessions({ id }),
      };
      await codeOf(actions[what]?.() ?? Promise.resolve());
    };
    const clinicUser = (id: number) =>
      backend.services.db.read(async (reader) => (await reader.select().from(user).where(eq(user.id, id)))[0]);
    const step = record({
      who: integer({ min: 0, max: 2 }),
      on: integer({ min: 0, max: 2 }),
      what: constantFrom(
        'promote',
        'demote',
        'demote',
        'shutOut',
        'deactivate',
        'activate',
        'setPassword',
        'endSessions',
      ),
    });
    await assert(
      asyncProperty(sequenceOf(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const one of steps) await act(one);
        expect((await able()).length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('waits longer and longer for their password, and is never shut out for good', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    const { client } = backend.station();
    for (let tries = 0; tries < 130; tries += 1) {
      await codeOf(client.accounts.signIn({ username: 'ada', password: 'wrong' }));
      backend.clock.pass(3_600_000);
    }
    expect(await codeOf(client.accounts.signIn({ username: 'ada', password: 'violet-harbour-lantern-42' }))).toBe('ok');
  });
});
