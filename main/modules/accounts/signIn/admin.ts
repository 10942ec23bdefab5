import { eq, inArray } from 'drizzle-orm';
import { signInAttempt } from '#db/schema/index.ts';
import { namesOfUsers, staffOptions, usersNamed } from '#main/admin/people.ts';
import { journal, period } from '#main/admin/sources/journal.ts';
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
  source: journal<typeof signInAttempt.$inferSelect>({
    table: signInAttempt,
    filters: {
      period: period(signInAttempt.at),
      signIn: {
        condition: (value) => ({ column: signInAttempt.outcome, of: (column) => eq(column, value) }),
        options: async () => outcomes.map((value) => ({ value, label: null })),
      },
      user: {
        condition: (value) => ({ column: signInAttempt.userId, of: (column) => eq(column, Number(value)) }),
        options: ({ reader }) => staffOptions(reader),
      },
    },
    async search({ reader }, text) {
      const ids = await usersNamed(reader, text);
      return ids.length === 0 ? undefined : { column: signInAttempt.userId, of: (column) => inArray(column, ids) };
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
