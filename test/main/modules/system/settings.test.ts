import { desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { codeOf } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const sheet = (id: string) => ({ table: 'settings', id });
const open = (id: string) => clinic.admin.admin.get(sheet(id));

async function save(id: string, version: number, values: Record<string, unknown>) {
  return clinic.admin.admin.save({ ...sheet(id), version, values });
}

describe('two administrators at the same settings', () => {
  it('do not overwrite each other: the slower one is told, and may look first', async () => {
    for (const [id, field, one, other] of [
      ['clinic', 'clinicName', 'North Clinic', 'South Clinic'],
      ['logging', 'slowMs', 100, 200],
      ['images', 'imageLinks', false, true],
      ['accounts', 'lockMinutes', 10, 20],
      ['ldap', 'userDn', 'uid={username},dc=one', 'uid={username},dc=two'],
    ] as const) {
      const { version, values } = await open(id);
      await save(id, version, { ...values, [field]: one });
      const slower = save(id, version, { ...values, [field]: other });
      await expect(slower, id).rejects.toMatchObject({ code: 'CONFLICT' });
      const now = await open(id);
      expect([now.values[field], now.version === version], id).toEqual([one, false]);
      expect(await codeOf(save(id, now.version, { ...now.values, [field]: other })), id).toBe('ok');
    }
  });

  it('are told apart also when both save at once', async () => {
    const { version, values } = await open('accounts');
    const saves = [10, 20, 30].map((lockMinutes) => codeOf(save('accounts', version, { ...values, lockMinutes })));
    expect((await Promise.all(saves)).sort()).toEqual(['CONFLICT', 'CONFLICT', 'ok']);
  });

  it('are served the same by the calls of the policy', async () => {
    const { policy, version, ldapVersion } = await clinic.admin.policy.get();
    await clinic.admin.policy.update({ version, policy: { ...policy, lockMinutes: 9 } });
    expect(await codeOf(clinic.admin.policy.update({ version, policy }))).toBe('CONFLICT');
    expect(await codeOf(clinic.admin.policy.updateLdap({ version, ldap: {} }))).toBe('CONFLICT');
    expect(await codeOf(clinic.admin.policy.updateLdap({ version: ldapVersion, ldap: {} }))).toBe('ok');
  });
});

describe('the audit of settings', () => {
  /** The settings that changed last: under which number, and what. */
  async function last() {
    const [row] = await clinic.backend.services.db.read(async (reader) =>
      reader.select().from(auditEvent).where(eq(auditEvent.entity, 'settings')).orderBy(desc(auditEvent.id)).limit(1),
    );
    return { id: row?.entityId, changed: row?.details?.changed };
  }

  it('names which setting it was, and from what to what', async () => {
    expect(await last()).toEqual({ id: 1, changed: { clinicName: ['', 'Harbour Street Clinic'] } });
    await clinic.admin.images.setOptions({ links: false });
    expect(await last()).toEqual({ id: 7, changed: { imageLinks: [true, false] } });
    const { policy, version } = await clinic.admin.policy.get();
    await clinic.admin.policy.update({ version, policy: { ...policy, lockMinutes: 9 } });
    expect(await last()).toEqual({ id: 2, changed: { lockMinutes: [5, 9] } });
    const { events } = await clinic.admin.admin.history(sheet('images'));
    expect(events).toMatchObject([{ who: 'Ada Moreau', changes: [{ field: 'imageLinks', from: true, to: false }] }]);
  });

  it('says that a password is another one now, and neither of them', async () => {
    await clinic.admin.accounts.confirmPassword({ password: ADMINISTRATOR.password });
    const { ldapVersion } = await clinic.admin.policy.get();
    const url = 'ldap://directory.example';
    await clinic.admin.policy.updateLdap({ version: ldapVersion, ldap: { url, bindPassword: 'tell-nobody-this' } });
    expect(await last()).toEqual({ id: 3, changed: { url: ['', url], bindPassword: ['', '•••'] } });
    const { policy, version } = await clinic.admin.policy.get();
    const sessionStore = { kind: 'database' as const, redisUrl: 'redis://desk:tell-nobody-this@127.0.0.1:6379' };
    await clinic.admin.policy.update({ version, policy: { ...policy, sessionStore } });
    const shown = { kind: 'database', redisUrl: 'redis://•••@127.0.0.1:6379' };
    expect(await last()).toEqual({ id: 2, changed: { sessionStore: [{ kind: 'database', redisUrl: '' }, shown] } });
  });
});
