import * as z from 'zod';
import type { AdminField } from '#contract/admin/record.ts';

/** The values of a form that is not known before main describes it. */
export type FormValues = Record<string, unknown>;

/** The value at a path such as `registration.policy`. */
export function valueAt(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as FormValues | null | undefined)?.[key], values);
}

/** What stands in each field, by its path, for looking at fields one by one. */
export function flatValues(fields: AdminField[], values: FormValues): FormValues {
  return Object.fromEntries(fields.map(({ name }) => [name, valueAt(values, name)]));
}

/** The values with what stands in the fields put back in its places. */
export function withFlatValues(values: FormValues, flat: FormValues): FormValues {
  const filled = structuredClone(values);
  for (const [name, value] of Object.entries(flat)) {
    const path = name.split('.');
    const last = path.pop() ?? name;
    placeAt(filled, path)[last] = value;
  }
  return filled;
}

/** The object at a path, made where there is none. */
function placeAt(values: FormValues, path: string[]): FormValues {
  let place = values;
  for (const key of path) {
    place[key] ??= {};
    place = place[key] as FormValues;
  }
  return place;
}

/** The same values with something at every field, so that inputs have what they start from. */
export function filledValues(fields: AdminField[], values: FormValues): FormValues {
  const filled = structuredClone(values);
  for (const { name, kind } of fields) {
    const path = name.split('.');
    const last = path.pop() ?? name;
    placeAt(filled, path)[last] ??= emptyOf(kind);
  }
  return filled;
}

const lists = new Set<AdminField['kind']>(['many', 'words', 'choices', 'permissions', 'rows']);

function emptyOf(kind: AdminField['kind']): unknown {
  if (kind === 'flag') return false;
  if (kind === 'hours') return [[], [], [], [], [], [], []];
  if (lists.has(kind)) return [];
  return kind === 'one' || kind === 'date' || kind === 'number' || kind === 'choice' ? null : '';
}

/** What is wrong with what stands in a field for a number; nothing of an empty one. */
function numberProblem({ kind, least, most }: AdminField, value: unknown) {
  if (kind !== 'number' || value === null || value === undefined || value === '') return null;
  const isWithin =
    Number.isInteger(value) && Number(value) >= (least ?? -Infinity) && Number(value) <= (most ?? Infinity);
  if (isWithin) return null;
  if (least === undefined || most === undefined) return { message: 'validation.wholeNumber', params: {} };
  return { message: 'validation.between', params: { least, most } };
}

/** What a page can tell before main looks: what has to be filled in, and numbers beyond their limits. */
export function shapeOf(fields: AdminField[]): z.ZodType<FormValues> {
  return z.record(z.string(), z.unknown()).superRefine((values, context) => {
    for (const field of fields) {
      const value = valueAt(values, field.name);
      const path = field.name.split('.');
      if (field.required && (value === '' || value === null || value === undefined))
        context.addIssue({ code: 'custom', path, message: 'validation.required' });
      const wrong = numberProblem(field, value);
      if (wrong) context.addIssue({ code: 'custom', path, ...wrong });
    }
  });
}

/** A new row of a list. */
export const blankRow = ({ parts = [] }: AdminField): FormValues =>
  Object.fromEntries(
    parts.map(({ name, kind, options }) => [lastOf(name), kind === 'choice' ? options?.[0] : emptyOf(kind)]),
  );

/** What a part is called in its row: `value` of `contacts.value`. */
export const lastOf = (name: string): string => name.split('.').at(-1) ?? name;

/** Rows that were added and left empty are not meant. */
function filledRows({ parts = [] }: AdminField, rows: unknown): unknown {
  const texts = parts.filter(({ kind }) => kind === 'text').map(({ name }) => lastOf(name));
  if (!Array.isArray(rows) || texts.length === 0) return rows;
  return rows.filter((row: FormValues) => texts.some((name) => row[name] !== ''));
}

/** What is sent: without choices that nobody made or rows that nobody filled, and nothing where nothing means something. */
export function sentValues(fields: AdminField[], values: FormValues): FormValues {
  const sent = structuredClone(values);
  for (const field of fields) {
    const { name, kind, nullable } = field;
    const value = valueAt(values, name);
    if (kind === 'rows') sent[name] = filledRows(field, value);
    const isUnmade = (kind === 'choice' && value === null) || (kind === 'number' && (value === null || value === ''));
    if (!isUnmade || name.includes('.')) continue;
    if (nullable) sent[name] = null;
    else delete sent[name];
  }
  return sent;
}
