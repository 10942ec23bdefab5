import { sortedName } from '#contract/ground/names.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What a record calls itself in its form, as far as that was typed: a person by name, all else by its title. */
export function recordName(values: Record<string, unknown>): string {
  const [familyName, givenName, middleName] = ['familyName', 'givenName', 'middleName'].map((part) =>
    text(values[part]),
  );
  const person = sortedName({ familyName: familyName ?? '', givenName: givenName ?? '', middleName: middleName ?? '' });
  return (person || text(values.name) || text(values.caption) || text(values.username)).slice(0, 200);
}
