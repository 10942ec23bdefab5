import { groupForm } from '#contract/accounts/groups.ts';
import { listGroups } from '#db/queries/accounts/groups.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { formOf } from '#main/admin/form.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, sorted } from '#main/admin/table.ts';
import { existingGroup, loadGroup } from './load.ts';
import { createGroup, deleteGroup, updateGroup } from './save.ts';

const form = formOf({
  root: 'group',
  schema: groupForm,
  fields: fieldsOf(groupForm, { permissions: { kind: 'permissions' } }),
  async load({ reader }, id) {
    const { createdAt } = await existingGroup(reader, Number(id));
    const { name, permissions, startPage, version } = await loadGroup(reader, Number(id));
    return { values: { name, permissions, startPage }, version, createdAt };
  },
  save: (context, { id, version }, values) => updateGroup(context, { id: Number(id), version, group: values }),
  create: (context, createKey, group) => createGroup(context, { createKey, group }),
});

export const admin: AdminTable = {
  name: 'groups',
  order: 20,
  entity: 'group',
  may: { view: ['groups.view'], add: 'groups.add', change: () => 'groups.change' },
  columns: [
    sorted('name', 'name'),
    sorted('members', 'number'),
    sorted('rights', 'number'),
    sorted('updatedAt', 'moment'),
  ],
  filters: ['empty'],
  searchable: true,
  sort: { by: 'name', descending: false },
  source: rowsInMemory({
    load: ({ reader }) => listGroups(reader),
    row: ({ id, name, members, rights, updatedAt }) => ({
      id: String(id),
      label: name,
      cells: { name, members, rights, updatedAt: updatedAt || null },
    }),
    filters: { empty: ({ members }) => String(members === 0) },
    searched: ({ name }) => name,
  }),
  hasRecords: true,
  form: () => form,
  fresh: true,
  actions: [
    {
      name: 'delete',
      audit: 'delete',
      permission: 'groups.delete',
      fresh: true,
      final: true,
      async run(context, id) {
        const { version } = await context.services.db.read((reader) => existingGroup(reader, Number(id)));
        await deleteGroup(context, { id: Number(id), version, members: [] });
      },
    },
  ],
  related: [{ table: 'users', filter: 'group' }],
};
