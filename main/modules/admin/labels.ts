import { adminTables } from '#main/admin/index.ts';
import type { Form, Reading } from '#main/admin/table.ts';

export type Labels = Record<string, Record<string, string>>;

/** What the records are called that these values point to, so that nobody has to read numbers. */
export async function labelsOf(read: Reading, form: Form, values: unknown[]): Promise<Labels> {
  const labels: Labels = {};
  for (const { name, table: target } of form.fields) {
    const source = adminTables.find((table) => table.name === target)?.source;
    if (!target || !source) continue;
    const known = labels[target] ?? {};
    labels[target] = known;
    for (const id of values.flatMap((value) => idsIn(valueAt(value, name)))) {
      known[id] ??= (await source.one(read, id))?.label ?? '';
    }
  }
  return labels;
}

function idsIn(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((id) => typeof id === 'number').map(String);
}

/** The value at a path such as `registration.groupId`. */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], values);
}
