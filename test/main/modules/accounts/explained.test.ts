import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminTables } from '#main/admin/tables.ts';
import { declaredProcedures, knownPermissions, permissionsIn } from '#main/services/permissions.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, userForm } from '#test/support/staff.ts';

/** What the explainer says of people is held to what the pipeline answers those very people. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeAll(async () => {
  clinic = await startClinic();
});
afterAll(() => clinic.backend.close());

type Form = NonNullable<Parameters<typeof hire>[2]>;
type Calling = Record<string, Record<string, (input: object) => Promise<unknown>>>;

const people: Record<string, Form> = {
  superuser: { isSuperuser: true },
  'nobody yet': {},
  'staff alone': { isStaff: true },
  administrators: { isStaff: true, groupIds: [GROUPS.administrators] },
  'administrators without the staff flag': { groupIds: [GROUPS.administrators] },
  doctors: { groupIds: [GROUPS.doctors] },
  'reception of the staff': { isStaff: true, groupIds: [GROUPS.reception] },
  'an auditor without the staff flag': { permissions: ['audit.view'] },
  'changes without seeing': {
    isStaff: true,
    permissions: ['cache.change', 'cache.clear', 'users.change', 'doctors.add', 'sessions.delete', 'policy.change'],
  },
  'sees other settings than those they may change': { isStaff: true, permissions: ['settings.view', 'policy.change'] },
};

/** Inputs by which a procedure of Administration gets as far as its table; the others refuse any nonsense they let in. */
const inputsFor = (table: string): Record<string, object> => ({
  list: { table },
  facets: { table },
  chart: { table },
  get: { table, id: '1' },
  blank: { table },
  choices: { table },
  create: { table, createKey: crypto.randomUUID(), values: {} },
  // No record was saved so often: what is asked is whether the call is let in, not what comes of it.
  save: { table, id: '1', version: 999, values: {} },
  action: { table, action: 'none', ids: ['1'] },
  exportCsv: { table },
  history: { table, id: '1' },
  asOf: { table, id: '1', at: 0 },
});

const SHEETS = ['clinic', 'accounts', 'ldap', 'mail', 'images', 'cache', 'logging'];

/** What stands between somebody and a call, in the words of the explainer; whatever else it answers, it let them in. */
async function answerOf(client: Calling, procedure: string, inputs: object[]): Promise<string> {
  const [module = '', name = ''] = procedure.split('.');
  const answers = [];
  for (const input of inputs) {
    const code = await codeOf(client[module]?.[name]?.(input) ?? Promise.resolve());
    // A setting whose page somebody may not see is not there for them.
    answers.push(code === 'NOT_FOUND' && 'id' in input && SHEETS.includes(String(input.id)) ? 'FORBIDDEN' : code);
  }
  const refused = ['UNAUTHENTICATED', 'PASSWORD_CHANGE_REQUIRED', 'FORBIDDEN'];
  return answers.every((code) => refused.includes(code)) ? (answers[0] ?? 'ok') : 'ok';
}

/** The tables that the permission is for, each with a record and an action of theirs. */
function inputsOf(procedure: string, permission: string): object[] {
  const [module = '', name = ''] = procedure.split('.');
  if (module !== 'admin' || !(name in inputsFor(''))) return [{ nonsense: true }];
  return adminTables().flatMap((table) => {
    const input = inputsFor(table.name)[name] ?? {};
    const actions = (table.actions ?? []).filter((action) => action.permission === permission);
    if (name === 'action') return actions.map((action) => ({ ...input, action: action.name, ids: ['none'] }));
    if (name === 'save') return savesOf(table, permission).map((id) => ({ ...input, id }));
    const isFor = name === 'blank' || name === 'create' ? table.may.add === permission : seenBy(table, permission);
    return isFor ? [input] : [];
  });
}

const seenBy = ({ may }: { may: { view: readonly string[] } }, permission: string) => may.view.includes(permission);

function savesOf({ name, may }: ReturnType<typeof adminTables>[number], permission: string): string[] {
  return (name === 'settings' ? SHEETS : ['1']).filter((id) => may.change?.(id) === permission);
}

async function compare(client: Calling, userId: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const permission of knownPermissions) {
    const { held, allowed, opens } = await clinic.admin.permissions.explain({ userId, permission });
    if (!held && allowed) wrong.push(`${permission}: allowed and not held`);
    for (const { procedure, outcome } of opens) {
      const isOnlyBy = permissionsIn(accesses.get(procedure) ?? 'public').length === 1;
      const expected = held ? outcome : isOnlyBy ? 'FORBIDDEN' : null;
      if (expected === null) continue;
      const seen = await answerOf(client, procedure, inputsOf(procedure, permission));
      if (seen !== expected) wrong.push(`${permission}, ${procedure}: ${seen} instead of ${expected}`);
    }
  }
  return wrong;
}

const accesses = new Map(declaredProcedures().map(({ name, meta }) => [name, meta.access]));

describe('what is explained of a right', () => {
  it.each(Object.entries(people))('is what calls are answered: %s', async (name, form) => {
    const who = await hire(clinic, name.replaceAll(' ', '-').slice(0, 40), form);
    expect(await compare(who.client as unknown as Calling, who.id)).toEqual([]);
  });

  it('is what calls are answered: somebody who has to choose a new password', async () => {
    const password = 'temporary-orchid-bridge-58';
    const form = userForm('newcomer', { isStaff: true, groupIds: [GROUPS.administrators] });
    const { id } = await clinic.admin.users.create({ user: form, password });
    const { client } = clinic.backend.station();
    await client.accounts.signIn({ username: 'newcomer', password });
    const why = await clinic.admin.permissions.explain({ userId: id, permission: 'patients.view' });
    expect(why).toMatchObject({ allowed: false, held: true, needsPassword: true });
    const seen = await answerOf(client as unknown as Calling, 'patients.count', [{ nonsense: true }]);
    expect(why.opens).toContainEqual({ procedure: 'patients.count', outcome: seen });
  });

  it('says what a right without effect lacks', async () => {
    const of = async (username: string, form: Form, permission: string) => {
      const { id } = await hire(clinic, username, form);
      return clinic.admin.permissions.explain({ userId: id, permission });
    };
    expect(await of('auditor', { permissions: ['audit.view'] }, 'audit.view')).toMatchObject({
      held: true,
      allowed: false,
      needsStaff: true,
      needsRights: [],
    });
    expect(await of('blind', { isStaff: true, permissions: ['cache.clear'] }, 'cache.clear')).toMatchObject({
      held: true,
      allowed: false,
      needsStaff: false,
      needsRights: ['cache.view'],
    });
    expect(await of('desk', { groupIds: [GROUPS.reception] }, 'patients.view')).toMatchObject({
      allowed: true,
      needsStaff: true,
    });
  });

  it('is refused for a right that does not exist', async () => {
    const asked = clinic.admin.permissions.explain({ userId: 1, permission: 'nothing.view' });
    expect(await codeOf(asked)).toBe('VALIDATION');
  });
});

describe('Administration', () => {
  it('is for the staff, whatever rights somebody holds', async () => {
    const admin = declaredProcedures().filter(({ name }) => name.startsWith('admin.'));
    expect(admin.filter(({ meta }) => !meta.staff)).toEqual([]);
    const { client } = await hire(clinic, 'not-staff', { groupIds: [GROUPS.administrators] });
    const entered: string[] = [];
    for (const { name } of admin)
      if ((await answerOf(client as unknown as Calling, name, [{ nonsense: true }])) !== 'FORBIDDEN')
        entered.push(name);
    expect(entered).toEqual([]);
  });
});
