import type { AdminField } from '#contract/admin/record.ts';
import { formatDate, formatNumber } from '#renderer/app/dates.ts';
import { i18n } from '#renderer/app/i18n.ts';
import { rightName } from './rights.ts';
import { choiceWord } from './words.ts';

export type Labels = Record<string, Record<string, string>>;

/** A value of a record in words; empty where there is nothing. Things without words of their own are counted. */
export function valueWords(
  field: Pick<AdminField, 'name' | 'kind' | 'table'> | undefined,
  value: unknown,
  labels: Labels,
): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return listWords(field, value, labels);
  if (typeof value === 'boolean') return i18n.t(value ? 'admin:record.yes' : 'admin:record.no');
  if (field?.kind === 'secret') return '•••';
  if (typeof value === 'number') return nameOf(field, value, labels) ?? formatNumber(value);
  if (typeof value === 'string') {
    if (field?.kind === 'date') return formatDate(value);
    // Only a plain word can be one of a closed set, such as the status that no form holds.
    return field && /^\w+$/.test(value) && field.kind !== 'text' ? choiceWord(field.name, value) : value;
  }
  return Object.values(value as object)
    .map((part) => valueWords(undefined, part, labels))
    .filter(Boolean)
    .join(', ');
}

function listWords(field: Parameters<typeof valueWords>[0], list: unknown[], labels: Labels): string {
  const words = list.map((entry) => {
    if (field?.kind === 'permissions' && typeof entry === 'string') return rightName(entry);
    if (field?.kind === 'choices' && typeof entry === 'string') return choiceWord(field.name, entry);
    return valueWords(field, entry, labels);
  });
  return words.filter(Boolean).join(', ');
}

function nameOf(field: Parameters<typeof valueWords>[0], id: number, labels: Labels): string | undefined {
  return field?.table === undefined ? undefined : labels[field.table]?.[id];
}
