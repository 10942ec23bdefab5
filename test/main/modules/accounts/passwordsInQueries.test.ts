import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const stored = () => clinic.backend.services.settings.get('accounts').sessionStore.redisUrl;
async function keepSessionsAt(redisUrl: string) {
  const { policy, version } = await clinic.admin.policy.get();
  await clinic.admin.policy.update({ version, policy: { ...policy, sessionStore: { kind: 'database', redisUrl } } });
}

describe('a password in the query of an address', () => {
  it.each([
    ['redis://127.0.0.1:6399/2?password=secret-word', 'redis://127.0.0.1:6399/2?•••'],
    ['redis://127.0.0.1:6399?family=4&PASSWORD=secret&word#secret-word', 'redis://127.0.0.1:6399?•••'],
    ['redis://desk:secret-word@127.0.0.1:6399?password=secret-word', 'redis://•••@127.0.0.1:6399?•••'],
    ['redis://127.0.0.1:6399?password=other@secret-word', 'redis://•••'],
    ['redis://desk:secret?password=word@127.0.0.1:6399', 'redis://•••'],
  ])('of %s is shown to nobody, and stays when saved as shown', async (address, shown) => {
    await keepSessionsAt(address);
    const { policy, version } = await clinic.admin.policy.get();
    expect(policy.sessionStore.redisUrl).toBe(shown);
    const all = [await clinic.admin.admin.list({ table: 'audit' }), clinic.backend.logged];
    expect(JSON.stringify(all)).not.toContain('secret');
    await clinic.admin.policy.update({ version, policy: { ...policy, lockMinutes: 9 } });
    expect(stored()).toBe(address);
  });

  it('goes to no other server than the one it was given for', async () => {
    await keepSessionsAt('redis://127.0.0.1:6399?password=secret-word');
    await expect(keepSessionsAt('redis://10.0.0.9:6399?•••')).rejects.toMatchObject({
      data: { fields: [{ path: 'policy.sessionStore.redisUrl', key: 'validation.passwordAgain' }] },
    });
  });
});
