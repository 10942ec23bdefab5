import type { AdminCell, AdminColumn } from '#contract/admin/table.ts';
import { entities, type Kind } from '#contract/entities.ts';
import { formatDate, formatMoment, formatNumber } from '#renderer/app/dates.ts';
import { i18n } from '#renderer/app/i18n.ts';
import { pageKey } from '#renderer/app/kindWords.ts';
import { bytesWords } from './bytes.ts';

/** The first of these texts that there is; the last word of the first key where there is none. */
function firstOf(...keys: string[]): string {
  const known = keys.find((key) => i18n.exists(key) && typeof i18n.t(key, { returnObjects: true }) === 'string');
  return known ? i18n.t(known) : (keys[0]?.split('.').at(-1) ?? '');
}

/** The name of a column of a table. */
export const columnName = (table: string, name: string): string =>
  firstOf(`admin:columns.${name}`, `admin:filters.${name}`, `${table}:fields.${name}`);

/** The name of a filter of a table. */
export const filterName = (table: string, name: string): string =>
  firstOf(`admin:filters.${name}`, `admin:columns.${name}`, `${table}:fields.${name}`);

/** The name of a field in a form, wherever its own module keeps it. */
export const fieldName = (table: string, name: string): string =>
  firstOf(
    `admin:tables.${table}.fields.${name}`,
    `admin:fields.${name}`,
    `admin:parts.${name}`,
    `common:person.${name}`,
    `${table}:fields.${name}`,
    `admin:columns.${name}`,
  );

/** Where the word for a value may stand: ours, the one that all pages use, or that of a kind of record. */
const wordKeys = (name: string, value: string): string[] => [
  `admin:choices.${name}.${value}`,
  `common:${name}.${value}`,
  ...kindKeys(name, value),
];

function kindKeys(name: string, value: string): string[] {
  if (name === 'entity') return value in entities ? [`${entities[value as Kind].plural}:one`] : [];
  const key = name === 'page' ? pageKey(value) : undefined;
  return key ? [key] : [];
}

/** A value of a closed set in words; as it is where there are none. */
export function choiceWord(name: string, value: string): string {
  const key = wordKeys(name, value).find((entry) => i18n.exists(entry));
  return key ? i18n.t(key) : value;
}

/** A cell of a list in words. */
export function cellWords({ name, kind }: AdminColumn, cell: AdminCell | undefined): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (Array.isArray(cell)) return cell.join(', ');
  if (typeof cell === 'boolean') return cell ? i18n.t('admin:flag.true') : '';
  if (typeof cell === 'number') return numberWords(kind, cell);
  if (kind === 'date') return formatDate(cell);
  // Some records are called by one of our own words: the settings.
  if (kind === 'choice' || i18n.exists(`admin:choices.${name}.${cell}`)) return choiceWord(name, cell);
  return cell;
}

const exact = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'medium', timeStyle: 'medium' });

function numberWords(kind: AdminColumn['kind'], value: number): string {
  if (kind === 'moment') return formatMoment(value);
  if (kind === 'exact') return exact.format(value);
  if (kind === 'bytes') return bytesWords(value);
  if (kind === 'milliseconds') return `${formatNumber(value)} ms`;
  return formatNumber(value);
}

/** A count that may have stopped early. */
export const countWords = ({ count, atLeast }: { count: number; atLeast: boolean }): string =>
  `${formatNumber(count)}${atLeast ? '+' : ''}`;

/** What a table, its records and their making are called. */
export const tableWords = (table: string) => ({
  // A table that is none stands only in a mistyped address.
  title: firstOf(`admin:tables.${table}.title`, `${table}:title`, 'shell:notFound.title'),
  one: firstOf(`admin:tables.${table}.one`, `${table}:one`, 'shell:notFound.title'),
  add: firstOf(`admin:tables.${table}.new`, `${table}:new`),
  text: i18n.t([`admin:tables.${table}.text`, `${table}:inAdministration`], { defaultValue: '' }),
});

/** What a record is called in headings: some are called by a word of ours. */
export const recordName = (table: string, label: string): string =>
  ({ settings: choiceWord('setting', label), cache: choiceWord('cache', label) })[table] ?? label;
