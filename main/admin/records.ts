import type { AdminRecord } from '#contract/admin/record.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';
import { actionsFor, check, checkFresh, formOf, maySee, reading, rowOf, tableFor } from './access.ts';
import { labelsOf } from './labels.ts';
import type { AdminTable, Reading } from './table.ts';
import { adminTables } from './tables.ts';

/** A record with its form, and what can be done with it. */
export function getRecord(context: Context, input: { table: string; id: string }): Promise<AdminRecord> {
  const table = tableFor(context, input.table);
  return reading(context, (read) => describe(context, read, table, input.id));
}

async function describe(context: Context, read: Reading, table: AdminTable, id: string): Promise<AdminRecord> {
  const row = await rowOf(context, read, table, id);
  const form = formOf(table, id);
  const { values, version } = await form.load(read, id);
  const { user } = read;
  const permission = table.may.change?.(id);
  return {
    id,
    label: row.label,
    row,
    root: form.root,
    version,
    fields: form.fields,
    values: onlyFields(values, form.fields),
    labels: await labelsOf(read, form, [values]),
    mayChange: form.save !== undefined && permission !== undefined && hasPermission(user, permission),
    hasHistory: table.entity !== undefined,
    actions: actionsFor(user, table)
      .filter(({ fits }) => fits?.(row) ?? true)
      .map(({ name }) => name),
    related: (table.related ?? []).filter(({ table: name }) =>
      adminTables().some((other) => other.name === name && maySee(user, other)),
    ),
    page: table.page?.(id) ?? null,
  };
}

/** Saves what the form holds, by the rules of the module that owns the record; what it does not hold stays. */
export async function saveRecord(
  context: Context,
  input: { table: string; id: string; version: number; values: Record<string, unknown> },
): Promise<AdminRecord> {
  const table = tableFor(context, input.table);
  const { id, version } = input;
  check(callerOf(context), table.may.change?.(id));
  if (table.fresh) checkFresh(context);
  const form = formOf(table, id);
  if (!form.save) throw new Refusal('FORBIDDEN');
  const stored = await reading(context, async (read) => {
    await rowOf(context, read, table, id);
    return form.load(read, id);
  });
  await form.save(context, { id, version }, merged(stored.values, onlyFields(input.values, form.fields)));
  return reading(context, (read) => describe(context, read, table, id));
}

/** The form of a new record. */
export function blankRecord(context: Context, name: string) {
  const table = tableFor(context, name);
  check(callerOf(context), table.may.add);
  const { root, fields, blank } = formOf(table, null);
  return { root, fields, values: blank };
}

export async function createRecord(
  context: Context,
  input: { table: string; createKey: string; values: Record<string, unknown> },
): Promise<{ id: string }> {
  const table = tableFor(context, input.table);
  check(callerOf(context), table.may.add);
  if (table.fresh) checkFresh(context);
  const form = formOf(table, null);
  if (!form.create) throw new Refusal('FORBIDDEN');
  const id = await form.create(context, input.createKey, onlyFields(input.values, form.fields));
  return { id: String(id) };
}

interface Tree {
  [name: string]: unknown;
}

/** The values of the form's own fields, nested as they are; whatever else was sent is left out. */
function onlyFields(values: Tree, fields: Array<{ name: string }>): Tree {
  const kept: Tree = {};
  for (const { name } of fields) copy(values, kept, name.split('.'));
  return kept;
}

function copy(from: Tree, to: Tree, [key = '', ...rest]: string[]): void {
  if (!Object.hasOwn(from, key)) return;
  if (rest.length === 0) {
    to[key] = from[key];
    return;
  }
  const [source, target] = [from[key], to[key] ?? {}];
  if (typeof source !== 'object' || source === null) return;
  to[key] = target;
  copy(source as Tree, target as Tree, rest);
}

/** The stored values with those of the form over them. */
function merged(stored: Tree, given: Tree): Tree {
  const isTree = (value: unknown): value is Tree =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.entries(given).map(([key, value]) => {
    const before = stored[key];
    return [key, isTree(value) && isTree(before) ? merged(before, value) : value] as const;
  });
  return { ...stored, ...Object.fromEntries(entries) };
}
