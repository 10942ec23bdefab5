import { namesOfUsers } from '#main/admin/people.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, type Reading, sorted } from '#main/admin/table.ts';
import type { Context } from '#main/call/caller.ts';
import { callerOf } from '#main/call/caller.ts';
import { checkMayManage } from '#main/modules/accounts/users/grants.ts';
import { existingUser } from '#main/modules/accounts/users/load.ts';
import { notFound } from '#main/refusal.ts';

async function load({ services, reader }: Reading) {
  const open = await services.sessions.list();
  const names = await namesOfUsers(
    reader,
    open.map(({ userId }) => userId),
  );
  return open.map((session) => ({ ...session, person: names.get(session.userId) ?? '' }));
}

/** Ends a session of somebody whom the caller may look after. */
async function end(context: Context, id: string): Promise<void> {
  const { sessions, db } = context.services;
  const found = (await sessions.list()).find(({ idHash }) => idHash === id);
  if (!found) throw notFound();
  const { userId } = found;
  await db.read(async (reader) => checkMayManage(reader, callerOf(context), await existingUser(reader, userId)));
  if (!(await sessions.endOne(userId, id))) throw notFound();
  await context.write(async (_tx, change) =>
    change.touched({ entity: 'user', id: userId, action: 'signOut', details: { sessions: 'one ended' } }),
  );
}

export const admin: AdminTable = {
  name: 'sessions',
  order: 30,
  may: { view: ['sessions.view'] },
  columns: [
    sorted('person', 'name'),
    sorted('workstation'),
    sorted('address'),
    sorted('lastSeenAt', 'moment'),
    sorted('createdAt', 'moment'),
    sorted('endsAt', 'moment'),
    sorted('appVersion'),
    sorted('stay', 'flag'),
  ],
  filters: ['user', 'workstation', 'stay'],
  searchable: true,
  sort: { by: 'lastSeenAt', descending: true },
  source: rowsInMemory({
    load,
    row: ({ idHash, person, workstation, address, appVersion, lastSeenAt, createdAt, endsAt, stay }) => ({
      id: idHash,
      label: `${person}, ${workstation}`,
      cells: { person, workstation, address, appVersion, lastSeenAt, createdAt, endsAt, stay },
    }),
    filters: {
      user: ({ userId, person }) => ({ value: String(userId), label: person }),
      workstation: ({ workstation }) => ({ value: workstation, label: workstation }),
      stay: ({ stay }) => String(stay),
    },
    searched: ({ person, workstation, address }) => `${person} ${workstation} ${address}`,
  }),
  hasRecords: false,
  actions: [{ name: 'end', audit: 'signOut', permission: 'sessions.delete', final: true, run: end }],
};
