import { allPageCounts } from '#db/queries/system/pageCounts.ts';
import { namesOfUsers } from '#main/admin/people.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, type Reading, sorted } from '#main/admin/table.ts';

async function load({ reader }: Reading) {
  const rows = await allPageCounts(reader);
  const names = await namesOfUsers(
    reader,
    rows.map(({ userId }) => userId),
  );
  return rows.map((row) => ({ ...row, person: names.get(row.userId) ?? '' }));
}

export const admin: AdminTable = {
  name: 'pageCounts',
  order: 100,
  may: { view: ['pageCounts.view'] },
  columns: [sorted('page', 'choice'), sorted('person'), sorted('visits', 'number'), sorted('lastAt', 'moment')],
  filters: ['page', 'user'],
  searchable: true,
  sort: { by: 'visits', descending: true },
  source: rowsInMemory({
    load,
    row: ({ page, userId, person, visits, lastAt }) => ({
      id: `${page} ${userId}`,
      label: page,
      cells: { page, person, visits, lastAt },
    }),
    filters: {
      page: ({ page }) => page,
      user: ({ userId, person }) => ({ value: String(userId), label: person }),
    },
  }),
  hasRecords: false,
  chart: { by: 'page', sum: 'visits' },
};
