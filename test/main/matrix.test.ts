import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcedureMeta } from '#contract/procedure.ts';
import { declaredProcedures, permissionsIn } from '#main/services/permissions.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, PASSWORD } from '#test/support/staff.ts';

/** Who may what, for every procedure there is: generated from the contract, so that none can be forgotten. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeAll(async () => {
  clinic = await startClinic();
  for (const role of roles) {
    if (role !== 'signedOut') await hire(clinic, role, formOf(role));
    held.set(role, new Set(await permissionsOf(role)));
  }
});
afterAll(() => clinic.backend.close());

const roles = ['signedOut', 'nobodyYet', ...(Object.keys(GROUPS) as Array<keyof typeof GROUPS>), 'superuser'] as const;
type Role = (typeof roles)[number];
const held = new Map<Role, Set<string>>();

const groupOf = (role: Role) => (role in GROUPS ? GROUPS[role as keyof typeof GROUPS] : null);

function formOf(role: Role) {
  const groupId = groupOf(role);
  // Staff, so that what an entity's own rules add (Administration is for staff) does not hide what is declared.
  return { isStaff: true, isSuperuser: role === 'superuser', ...(groupId ? { groupIds: [groupId] } : {}) };
}

async function permissionsOf(role: Role): Promise<string[]> {
  const id = groupOf(role);
  return id ? (await clinic.admin.groups.get({ id })).permissions : [];
}

function expected(role: Role, { access }: ProcedureMeta): 'in' | 'FORBIDDEN' | 'UNAUTHENTICATED' {
  if (access === 'public') return 'in';
  if (role === 'signedOut') return 'UNAUTHENTICATED';
  if (access === 'signedIn' || role === 'superuser') return 'in';
  return permissionsIn(access).some((permission) => held.get(role)?.has(permission)) ? 'in' : 'FORBIDDEN';
}

/** A seat of its own for each call, since some of them end what they are called in. */
async function place(role: Role) {
  const { client } = clinic.backend.seat();
  if (role !== 'signedOut') await client.accounts.signIn({ username: role, password: PASSWORD });
  return client as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>;
}

describe.each(roles)('%s', (role) => {
  it('gets into what the contract and the groups say, and into nothing else', async () => {
    const wrong: string[] = [];
    for (const { name, meta } of declaredProcedures()) {
      const client = await place(role);
      const [module = '', procedure = ''] = name.split('.');
      // Nothing accepts such an input: whoever is let in is told so, and nothing is changed.
      const code = await codeOf(client[module]?.[procedure]?.({ nonsense: true }) ?? Promise.resolve());
      const seen = code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? code : 'in';
      if (seen !== expected(role, meta)) wrong.push(`${name}: ${code} instead of ${expected(role, meta)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the matrix', () => {
  it('covers every procedure, each with an access that somebody has decided', () => {
    const procedures = declaredProcedures();
    expect(procedures.length).toBeGreaterThan(60);
    for (const { name, meta } of procedures) {
      expect(meta.access, name).toBeTruthy();
      expect(meta.effect, name).toMatch(/^(read|write)$/);
    }
  });

  it('knows what is open to everybody', () => {
    const open = declaredProcedures().filter(({ meta }) => meta.access === 'public');
    expect(open.map(({ name }) => name)).toEqual([
      'accounts.start',
      'accounts.passwordStrength',
      'accounts.setup',
      'accounts.signIn',
      'accounts.secondFactor',
      'accounts.requestReset',
      'accounts.resetPassword',
      'accounts.register',
      'accounts.forgetTile',
      'device.get',
      'device.set',
      'device.delete',
      'live.changes',
      'maintenance.get',
      'session.status',
    ]);
  });

  it('asks for a fresh password wherever credentials or rights change', () => {
    const fresh = declaredProcedures().filter(({ meta }) => meta.fresh);
    const names = fresh.map(({ name }) => name);
    for (const name of ['users.create', 'users.update', 'users.setPassword', 'users.issueResetCode', 'groups.update'])
      expect(names).toContain(name);
    for (const name of ['me.updateUser', 'me.enrolSecondFactor', 'me.newRecoveryCodes', 'policy.update'])
      expect(names).toContain(name);
  });
});
