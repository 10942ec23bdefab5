import type { AdminField } from '#contract/admin/record.ts';
import { formatDate, formatNumber } from '#renderer/app/dates.ts';
import { describeWeek, type Week } from '#renderer/app/hours.ts';
import { i18n } from '#renderer/app/i18n.ts';
import { type FormValues, lastOf } from './formShape.ts';
import { rightName } from './rights.ts';
import { choiceWord } from './words.ts';

export type Labels = Record<string, Record<string, string>>;

/** A value of a record in words; empty where there is nothing. Things without words of their own are counted. */
export function valueWords(
  field: Pick<AdminField, 'name' | 'kind' | 'table' | 'parts'> | undefined,
  value: unknown,
  labels: Labels,
): string {
  if (value === null || value === undefined || value === '') return '';
  if (field?.kind === 'hours') return describeWeek(value as Week);
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

/** A row of a list, part by part. */
function rowWords(parts: NonNullable<AdminField['parts']>, row: unknown, labels: Labels): string {
  const words = parts.map((part) => valueWords(part, (row as FormValues)[lastOf(part.name)], labels));
  return words.filter(Boolean).join(' · ');
}

function listWords(field: Parameters<typeof valueWords>[0], list: unknown[], labels: Labels): string {
  const parts = field?.parts;
  if (parts) return list.map((row) => rowWords(parts, row, labels)).join('\n');
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
