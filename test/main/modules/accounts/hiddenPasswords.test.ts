import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { startClinic } from '#test/support/backend.ts';
import { hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

// Not a port anybody listens on: nothing is opened, since the sessions stay in the database.
const redisUrl = 'redis://desk:pass@word/of-redis@127.0.0.1:6399/2';
const shown = 'redis://•••@127.0.0.1:6399/2';
const stored = () => clinic.backend.services.settings.get('accounts').sessionStore.redisUrl;
const accounts = { table: 'settings', id: 'accounts' };

async function keepSessionsAt(url: string) {
  const { policy, version } = await clinic.admin.policy.get();
  await clinic.admin.policy.update({
    version,
    policy: { ...policy, sessionStore: { kind: 'database', redisUrl: url } },
  });
}

describe('a password inside an address', () => {
  it('is shown to nobody: not in the policy, the forms, the history, the audit or the log', async () => {
    await keepSessionsAt(redisUrl);
    const { client } = await hire(clinic, 'mary', {
      permissions: ['policy.view', 'audit.view', 'settings.view', 'cache.view'],
      isStaff: true,
    });
    const exported: string[] = [];
    for await (const part of await client.admin.exportCsv({ table: 'audit' })) exported.push(part);
    const all = JSON.stringify([
      await client.policy.get(),
      await client.admin.get(accounts),
      await client.admin.history(accounts),
      await client.admin.list({ table: 'audit' }),
      exported,
      await clinic.backend.services.db.read(async (reader) => reader.select().from(auditEvent)),
      clinic.backend.logged,
    ]);
    expect(all).toContain(shown);
    for (const part of ['pass@word', 'word/of-redis', 'of-redis']) expect(all).not.toContain(part);
  });

  it('stays when the form is saved as it was shown', async () => {
    await keepSessionsAt(redisUrl);
    const { policy, version } = await clinic.admin.policy.get();
    expect(policy.sessionStore.redisUrl).toBe(shown);
    await clinic.admin.policy.update({ version, policy: { ...policy, lockMinutes: 9 } });
    expect(stored()).toBe(redisUrl);
    const form = await clinic.admin.admin.get(accounts);
    await clinic.admin.admin.save({ ...accounts, version: form.version, values: { lockMinutes: 8 } });
    expect(stored()).toBe(redisUrl);
    await keepSessionsAt('redis://127.0.0.1:6399');
    expect(stored()).toBe('redis://127.0.0.1:6399');
  });

  it('goes to no other server than the one it was given for', async () => {
    await keepSessionsAt(redisUrl);
    await expect(keepSessionsAt('redis://•••@10.0.0.9:6399/2')).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: [{ path: 'policy.sessionStore.redisUrl', key: 'validation.passwordAgain' }] },
    });
    expect(stored()).toBe(redisUrl);
  });

  it('is kept the same way for a cache', async () => {
    const { admin } = clinic.admin;
    const one = { table: 'cache', id: 'procedures' };
    const save = async (values: object) =>
      admin.save({ ...one, version: (await admin.get(one)).version, values: { ...values } });
    await save({ backend: 'memory', address: 'redis://:secret-word@127.0.0.1:6399' });
    expect((await admin.get(one)).values).toMatchObject({ address: 'redis://•••@127.0.0.1:6399' });
    const { address } = (await save({ address: 'redis://•••@127.0.0.1:6399', seconds: 20 })).values;
    expect(address).toBe('redis://•••@127.0.0.1:6399');
    expect(clinic.backend.services.caches.choiceOf('procedures')).toMatchObject({
      address: 'redis://:secret-word@127.0.0.1:6399',
      seconds: 20,
    });
    await expect(save({ address: 'redis://•••@127.0.0.2:6399' })).rejects.toMatchObject({
      data: { fields: [{ path: 'cache.address', key: 'validation.passwordAgain' }] },
    });
  });
});
