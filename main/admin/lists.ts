import type { AdminTable as Described } from '#contract/admin/table.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { hasPermission } from '#main/services/users.ts';
import { actionsFor, maySee, reading } from './access.ts';
import type { AdminTable, Reading } from './table.ts';
import { adminTables } from './tables.ts';

/** What the caller may see, with how many rows each table has. */
export function tablesFor(context: Context): Promise<Described[]> {
  const user = callerOf(context);
  const seen = adminTables().filter((table) => maySee(user, table));
  return reading(context, async (read) => {
    const described: Described[] = [];
    for (const table of seen) described.push(await describe(read, table));
    return described;
  });
}

async function describe(read: Reading, table: AdminTable): Promise<Described> {
  const { user } = read;
  const { by, descending } = table.sort;
  const all = { text: '', filters: {}, sort: by, descending };
  return {
    name: table.name,
    columns: table.columns,
    filters: table.filters,
    searchable: table.searchable,
    sort: table.sort,
    actions: actionsFor(user, table).map(({ name, undo = null, final = false }) => ({ name, undo, final })),
    mayAdd: table.may.add !== undefined && hasPermission(user, table.may.add),
    hasRecords: table.hasRecords,
    newest: table.newest ?? null,
    refreshSeconds: table.refreshSeconds ?? null,
    chart: table.chart ?? null,
    ...(await table.source.count(read, all)),
  };
}
