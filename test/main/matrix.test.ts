import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '#contract/ground/procedure.ts';
import { declaredProcedures, knownPermissions } from '#main/services/permissions.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, PASSWORD } from '#test/support/staff.ts';
import { asksForThePassword, type Door, looksInTheAudit, type Role, rightsOfGroups, whoMayWhat } from './whoMayWhat.ts';

/** The contract and the running router are held to what was written down by hand. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeAll(async () => {
  clinic = await startClinic();
});
afterAll(() => clinic.backend.close());

const doors = Object.entries(whoMayWhat).flatMap(([module, procedures]) =>
  Object.entries(procedures).map(([procedure, door]) => ({ name: `${module}.${procedure}`, module, procedure, door })),
);
const declared = declaredProcedures();
const namesOf = (list: Array<{ name: string }>) => list.map(({ name }) => name).sort();

/** What lets one in, in whatever order it is written. */
const opening = (access: Access | undefined) => {
  const isWord = access === 'public' || access === 'signedIn' || access === 'superuser';
  if (access === undefined || isWord) return access;
  return (typeof access === 'string' ? [access] : [...access]).sort();
};

describe('the contract', () => {
  it('has the procedures that are written down, and no others', () => {
    expect(namesOf(declared)).toEqual(namesOf(doors));
  });

  it('opens each to those for whom it was meant', () => {
    const opens = new Map(doors.map(({ name, door }) => [name, door.opens]));
    for (const { name, meta } of declared)
      expect([name, opening(meta.access)]).toEqual([name, opening(opens.get(name) as Access)]);
  });

  it('asks for a fresh password wherever credentials or rights change', () => {
    expect(namesOf(declared.filter(({ meta }) => meta.fresh))).toEqual(asksForThePassword);
  });

  it('leaves a row of the audit wherever clinical data or people are looked at', () => {
    const looks = declared.filter(({ meta }) => meta.effect === 'read' && meta.audit);
    expect(namesOf(looks)).toEqual(looksInTheAudit);
  });
});

describe('the groups of a new clinic', () => {
  it.each(Object.keys(GROUPS) as Array<keyof typeof GROUPS>)('%s may what was written down', async (group) => {
    const { permissions } = await clinic.admin.groups.get({ id: GROUPS[group] });
    expect([...permissions].sort()).toEqual([...(rightsOfGroups[group] ?? [])].sort());
  });

  it('have between them every right there is', () => {
    const granted = new Set(Object.values(rightsOfGroups).flat());
    expect([...granted].sort()).toEqual([...knownPermissions].sort());
  });
});

/** Staff, so that what an entity's own rules add (Administration is for staff) does not hide what is declared. */
function formOf(role: Role) {
  const groupId = role in GROUPS ? GROUPS[role as keyof typeof GROUPS] : null;
  return { isStaff: true, isSuperuser: role === 'superuser', ...(groupId ? { groupIds: [groupId] } : {}) };
}

/** A station of its own, since some calls end what they are made in. */
async function place(username: string) {
  const { client } = clinic.backend.station();
  if (username !== 'signedOut') await client.accounts.signIn({ username, password: PASSWORD });
  return client as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>;
}

type Calling = Awaited<ReturnType<typeof place>>;

/** Nothing accepts such an input: whoever is let in is told so, and nothing is changed. */
async function seenAt(client: Calling, { module, procedure }: { module: string; procedure: string }) {
  const code = await codeOf(client[module]?.[procedure]?.({ nonsense: true }) ?? Promise.resolve());
  return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? code : 'in';
}

function expectedOf(role: Role, { opens, roles }: Door): string {
  if (roles.includes(role)) return 'in';
  return role === 'signedOut' && opens !== 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

const roles: Role[] = ['signedOut', 'nobodyYet', ...(Object.keys(GROUPS) as Role[]), 'superuser'];

describe.each(roles)('%s', (role) => {
  it('gets into what was written down, and into nothing else', async () => {
    if (role !== 'signedOut') await hire(clinic, role, formOf(role));
    const wrong: string[] = [];
    for (const one of doors) {
      const seen = await seenAt(await place(role), one);
      const expected = expectedOf(role, one.door);
      if (seen !== expected) wrong.push(`${one.name}: ${seen} instead of ${expected}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Groups hold many rights at once, and so hide which of them it was that opened a door. */
describe.each([...new Set(Object.values(rightsOfGroups).flat())])('%s alone', (right) => {
  it('opens what was written down, and nothing else that needs a right', async () => {
    const username = right.replace('.', '-');
    await hire(clinic, username, { isStaff: true, permissions: [right] });
    const client = await place(username);
    const wrong: string[] = [];
    for (const one of doors) {
      if (typeof one.door.opens === 'string') continue;
      const expected = one.door.opens.includes(right) ? 'in' : 'FORBIDDEN';
      const seen = await seenAt(client, one);
      if (seen !== expected) wrong.push(`${one.name}: ${seen} instead of ${expected}`);
    }
    expect(wrong).toEqual([]);
  });
});
