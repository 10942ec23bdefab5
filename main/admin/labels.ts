import type { Form, Reading } from './table.ts';
import { adminTables } from './tables.ts';

export type Labels = Record<string, Record<string, string>>;

/** What the records are called that these values point to, so that nobody has to read numbers. */
export async function labelsOf(read: Reading, form: Form, values: unknown[]): Promise<Labels> {
  const labels: Labels = {};
  for (const { name, table: target } of form.fields.flatMap((field) => [field, ...(field.parts ?? [])])) {
    const source = adminTables().find((table) => table.name === target)?.source;
    if (!target || !source) continue;
    const known = labels[target] ?? {};
    labels[target] = known;
    for (const id of values.flatMap((value) => valuesAt(value, name)).filter((found) => typeof found === 'number')) {
      known[id] ??= (await source.one(read, String(id)))?.label ?? '';
    }
  }
  return labels;
}

/** All values at a path such as `registration.groupId` or `groups.groupId`, of which a list has many. */
function valuesAt(values: unknown, path: string): unknown[] {
  return path
    .split('.')
    .reduce<unknown[]>(
      (found, key) => found.flatMap((value) => (value as Record<string, unknown> | null)?.[key]),
      [values],
    );
}
