import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Permission } from '#contract/permission.ts';
import type { Context } from '#main/call/caller.ts';
import { callerOf } from '#main/call/caller.ts';
import type { About } from '#main/call/context.ts';
import { notFound, Refusal, wrongField } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';
import type { Action, AdminTable, Form, Page, Query, Reading } from './table.ts';
import { adminTables } from './tables.ts';

/** True when the user, of the staff, may see the table at all. */
export const maySee = (user: CurrentUser, table: AdminTable): boolean =>
  table.may.view.some((permission) => hasPermission(user, permission));

/** Raises FORBIDDEN where there is no such permission, or the user lacks it. */
export function check(user: CurrentUser, permission: Permission | undefined): void {
  if (!permission || !hasPermission(user, permission)) throw new Refusal('FORBIDDEN');
}

/** Raises FRESH_PASSWORD_REQUIRED unless the password was given at this station a short while ago. */
export function checkFresh({ services, connection }: Context): void {
  if (services.sessions.freshFor(connection.station) <= 0) throw new Refusal('FRESH_PASSWORD_REQUIRED');
}

/** The table of this name, if the caller may see it; what it is about goes into the audit of the call. */
export function tableFor(context: Context, name: string, details?: Record<string, unknown>): AdminTable {
  const table = adminTables().find((entry) => entry.name === name);
  if (!table) throw notFound();
  if (!maySee(callerOf(context), table)) throw new Refusal('FORBIDDEN');
  context.call.about = aboutOf(table, details);
  return table;
}

/** As {@link tableFor}, to look through its rows: that is worth a row of the audit only where patients are among them. */
export function tableToLookThrough(context: Context, name: string): AdminTable {
  const table = tableFor(context, name);
  context.call.about = { ...aboutOf(table), isPassing: !table.showsPatients };
  return table;
}

const aboutOf = (table: AdminTable, details?: Record<string, unknown>): About => ({
  entity: table.entity ?? 'admin',
  details: { table: table.name, ...details },
});

/** The record's row; raises NOT_FOUND. What a person looks at is in the audit by its number. */
export async function rowOf(context: Context, reading: Reading, table: AdminTable, id: string) {
  const row = await table.source.one(reading, id);
  if (!row) throw notFound();
  const { entity } = table;
  if (entity && table.hasRecords) context.call.touched.push({ entity, id: numberOf(table, id), action: 'read' });
  return row;
}

/** The number under which the audit knows a record. */
export const numberOf = (table: AdminTable, id: string): number => table.auditId?.(id) ?? (Number(id) || 0);

/** The form of a record, or of a new one; raises NOT_FOUND where there is none. */
export function formOf(table: AdminTable, id: string | null): Form {
  const form = table.form?.(id);
  if (!form) throw notFound();
  return form;
}

export const actionsFor = (user: CurrentUser, { actions = [] }: AdminTable): Action[] =>
  actions.filter(({ permission }) => hasPermission(user, permission));

interface AskedQuery {
  text: string;
  filters: Record<string, string>;
  sort?: string | undefined;
  descending: boolean;
}

/** The query in the table's terms; raises VALIDATION for a filter or order that the table does not have. */
export function queryOf(table: AdminTable, { text, filters, sort, descending }: AskedQuery): Query {
  for (const name of Object.keys(filters)) {
    if (!table.filters.includes(name)) throw wrongField(`filters.${name}`, 'validation.invalid');
  }
  if (sort === undefined) return { text, filters, sort: table.sort.by, descending: table.sort.descending };
  if (!table.columns.some((column) => column.sort && column.name === sort))
    throw wrongField('sort', 'validation.invalid');
  return { text, filters, sort, descending };
}

/** Reads on one snapshot, for the eyes of the caller. */
export function reading<T>(context: Context, work: (reading: Reading) => Promise<T>): Promise<T> {
  const { services } = context;
  return services.db.read((reader) => work({ services, reader, user: callerOf(context) }));
}

interface PageWanted {
  cursor?: string | undefined;
  limit: number;
}

/** A page of the list as it is shown; a cursor that was not made by a page before is a wrong input. */
export const pageOf = ({ source }: AdminTable, read: Reading, query: Query, place: PageWanted): Promise<Page> =>
  readPage(source.page(read, query, place));

/** As {@link pageOf}, on the way through everything that fits. */
export const pageOfAll = ({ source }: AdminTable, read: Reading, query: Query, place: PageWanted): Promise<Page> =>
  readPage((source.every ?? source.page)(read, query, place));

async function readPage(page: Promise<Page>): Promise<Page> {
  try {
    return await page;
  } catch (error) {
    throw error instanceof RangeError ? wrongField('cursor', 'validation.invalid') : error;
  }
}
