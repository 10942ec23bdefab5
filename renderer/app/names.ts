import type { PersonName } from '#contract/ground/person.ts';

const spaced = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

/** The name as one is addressed: title, given, middle, family, suffix. */
export function fullName(person: PersonName): string {
  return spaced(person.prefix, person.givenName, person.middleName, person.familyName, person.suffix);
}

/** What stands behind the family name in lists. */
export function givenNames(person: PersonName): string {
  return spaced(person.givenName, person.middleName, person.suffix);
}

/** A doctor in a narrow column: title and family name. */
export function shortName(person: PersonName): string {
  return spaced(person.prefix, person.familyName) || fullName(person);
}

/** The name for initials: given name first, no titles. */
export function plainName(person: PersonName): string {
  return spaced(person.givenName, person.familyName);
}
