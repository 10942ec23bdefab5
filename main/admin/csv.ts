import type { AdminColumn, AdminRow } from '#contract/admin/table.ts';
import { entities, type Kind } from '#contract/entities.ts';
import { firstText, translate } from '#main/texts.ts';
import { pageOfAll } from './access.ts';
import { type AdminTable, cellText, type Query, type Reading } from './table.ts';

const PAGE = 200;

/** All rows that fit as CSV (RFC 4180), a page of rows at a time. Spreadsheets need the mark at the start for accents. */
export async function* csvOf(
  read: <T>(work: (reading: Reading) => Promise<T>) => Promise<T>,
  table: AdminTable,
  query: Query,
): AsyncGenerator<string> {
  yield `\u{feff}${line(table.columns.map(({ name }) => columnName(table, name)))}`;
  let cursor: string | undefined;
  do {
    const place = { cursor, limit: PAGE };
    const { rows, next } = await read((reading) => pageOfAll(table, reading, query, place));
    yield rows.map((row) => line(table.columns.map((column) => text(row, column)))).join('');
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

const line = (cells: string[]) => `${cells.map(quoted).join(',')}\r\n`;

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function text(row: AdminRow, { name, kind }: AdminColumn): string {
  const cell = row.cells[name];
  if ((kind === 'moment' || kind === 'exact') && typeof cell === 'number') return new Date(cell).toISOString();
  if (kind === 'flag') return translate(cell === true ? 'admin.flag.true' : 'admin.flag.false');
  if (kind === 'choice' && typeof cell === 'string') return choiceWord(name, cell);
  return cellText(cell);
}

/** As the page names it: by a word of Administration, or one of the module's own. */
const columnName = ({ name: table }: AdminTable, name: string): string =>
  firstText([`admin.columns.${name}`, `admin.filters.${name}`, `${table}.fields.${name}`]) ?? name;

function choiceWord(name: string, value: string): string {
  const kind = name === 'entity' ? entities[value as Kind] : undefined;
  const keys = [`admin.choices.${name}.${value}`, `common.${name}.${value}`, ...(kind ? [`${kind.plural}.one`] : [])];
  return firstText(keys) ?? value;
}
