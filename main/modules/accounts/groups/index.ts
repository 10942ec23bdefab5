import { listGroups } from '#db/queries/accounts/groups.ts';
import { api } from '#main/pipeline/index.ts';
import { loadGroup } from './load.ts';
import { createGroup, deleteGroup, updateGroup } from './save.ts';

export { admin } from './admin.ts';

const { groups: procedures } = api;

export const handlers = {
  list: procedures.list.handler(({ context }) => context.services.db.read(listGroups)),
  get: procedures.get.handler(({ context, input }) =>
    context.services.db.read((reader) => loadGroup(reader, input.id)),
  ),
  create: procedures.create.handler(({ context, input }) => createGroup(context, input)),
  update: procedures.update.handler(({ context, input }) => updateGroup(context, input)),
  delete: procedures.delete.handler(async ({ context, input }) => {
    await deleteGroup(context, input);
    return {};
  }),
};
