import { userForm } from '#contract/accounts/users.ts';
import type { AdminRow } from '#contract/admin/table.ts';
import { plainName } from '#contract/ground/names.ts';
import { pick } from '#contract/ground/pick.ts';
import { listMemberships, listUsers } from '#db/queries/accounts/userLists.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { formOf } from '#main/admin/form.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type Action, type AdminTable, type Reading, shown, sorted } from '#main/admin/table.ts';
import type { Context } from '#main/call/caller.ts';
import { endSessions } from './credentials.ts';
import type { DoctorsOfUsers } from './doctors.ts';
import { existingUser, loadUserRecord } from './load.ts';
import { createUser, setActive, updateUser } from './save.ts';

async function load({ reader }: Reading) {
  const rows = await listUsers(reader);
  const memberships = await listMemberships(reader);
  return rows.map((row) => ({ ...row, groups: memberships.filter(({ userId }) => userId === row.id) }));
}
type Loaded = Awaited<ReturnType<typeof load>>[number];

const standing = (row: Loaded) => (row.isActive ? 'active' : row.awaitsApproval ? 'awaiting' : 'inactive');

function toRow(row: Loaded): AdminRow {
  const { username, email, isStaff, isSuperuser, lastSignInAt } = row;
  const cells = { username, name: plainName(row), standing: standing(row), email };
  const groups = row.groups.map(({ name }) => name);
  return {
    id: String(row.id),
    label: plainName(row),
    cells: { ...cells, groups, isStaff, isSuperuser, lastSignInAt },
  };
}

const formWith = (doctors: DoctorsOfUsers) =>
  formOf({
    root: 'user',
    schema: userForm,
    fields: fieldsOf(userForm, {
      groupIds: { kind: 'many', table: 'groups' },
      permissions: { kind: 'permissions' },
      doctorId: { kind: 'one', table: 'doctors' },
      // Shutting out and letting in are actions, since they can be taken back.
      isActive: 'out',
    }),
    async load({ reader }, id) {
      const record = await loadUserRecord(reader, Number(id), doctors);
      return { values: pick(userForm.shape, record), version: record.version, createdAt: record.joinedAt };
    },
    save: (context, { id, version }, values) => updateUser(context, { id: Number(id), version, user: values }, doctors),
    create: (context, createKey, user) => createUser(context, { createKey, user }, doctors),
  });

async function setStanding(context: Context, id: string, isActive: boolean, doctors: DoctorsOfUsers): Promise<void> {
  const { db, sessions } = context.services;
  const { version } = await db.read((reader) => existingUser(reader, Number(id)));
  await setActive(context, { id: Number(id), version }, isActive, doctors);
  if (!isActive) await sessions.endAll(Number(id));
}

const actionsWith = (doctors: DoctorsOfUsers): Action[] => [
  {
    name: 'deactivate',
    audit: 'deactivate',
    permission: 'users.delete',
    fresh: true,
    undo: 'activate',
    fits: ({ cells }) => cells.standing === 'active',
    run: (context, id) => setStanding(context, id, false, doctors),
  },
  {
    name: 'activate',
    audit: 'activate',
    permission: 'users.delete',
    fresh: true,
    undo: 'deactivate',
    fits: ({ cells }) => cells.standing !== 'active',
    run: (context, id) => setStanding(context, id, true, doctors),
  },
  {
    name: 'endSessions',
    audit: 'signOut',
    permission: 'users.change',
    run: (context, id) => endSessions(context, Number(id)),
  },
];

/** The table; of doctors it knows what it is handed. */
export function users(doctors: DoctorsOfUsers): AdminTable {
  const form = formWith(doctors);
  return { ...table, form: () => form, actions: actionsWith(doctors) };
}

const table: AdminTable = {
  name: 'users',
  order: 10,
  entity: 'user',
  may: { view: ['users.view'], add: 'users.add', change: () => 'users.change' },
  columns: [
    sorted('name', 'name'),
    sorted('username'),
    sorted('standing', 'choice'),
    shown('groups', 'tags'),
    sorted('isStaff', 'flag'),
    sorted('isSuperuser', 'flag'),
    sorted('lastSignInAt', 'moment'),
  ],
  filters: ['standing', 'group', 'isStaff', 'isSuperuser'],
  searchable: true,
  sort: { by: 'name', descending: false },
  source: rowsInMemory({
    load,
    row: toRow,
    filters: {
      standing,
      group: (row) => row.groups.map(({ id, name }) => ({ value: String(id), label: name })),
      isStaff: (row) => String(row.isStaff),
      isSuperuser: (row) => String(row.isSuperuser),
    },
  }),
  hasRecords: true,
  fresh: true,
  related: [
    { table: 'sessions', filter: 'user' },
    { table: 'signIns', filter: 'user' },
    { table: 'audit', filter: 'user' },
  ],
};
