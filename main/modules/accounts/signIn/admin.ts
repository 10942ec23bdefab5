import { signInJournal } from '#db/queries/accounts/signIns.ts';
import { namesOfUsers, staffOptions, usersNamed } from '#main/admin/people.ts';
import { journalSource, oneOf, period } from '#main/admin/sources/journal.ts';
import { type AdminTable, shown, sorted } from '#main/admin/table.ts';

const outcomes = ['success', 'failure', 'throttled'];

export const admin: AdminTable = {
  name: 'signIns',
  order: 40,
  may: { view: ['signIns.view'] },
  columns: [
    sorted('at', 'exact'),
    shown('person', 'name'),
    shown('signIn', 'choice'),
    shown('workstation'),
    shown('address'),
  ],
  filters: ['period', 'signIn', 'user'],
  searchable: true,
  sort: { by: 'at', descending: true },
  source: journalSource({
    journal: signInJournal,
    filters: {
      period,
      signIn: oneOf(outcomes, (outcome) => ({ outcome })),
      user: { wanted: (value) => ({ userId: Number(value) }), options: ({ reader }) => staffOptions(reader) },
    },
    async search({ reader }, text) {
      const userIds = await usersNamed(reader, text);
      return userIds.length === 0 ? null : { userIds };
    },
    async rows({ reader }, stored) {
      const names = await namesOfUsers(
        reader,
        stored.map(({ userId }) => userId),
      );
      return stored.map(({ id, at, userId, outcome, workstation, address }) => {
        const person = names.get(userId ?? 0) ?? null;
        return {
          id: String(id),
          label: person ?? String(id),
          cells: { at, person, signIn: outcome, workstation, address },
        };
      });
    },
  }),
  hasRecords: false,
};
