import type { PersonName } from './person.ts';

/** How people's names are put together, for pages and for what main writes: nobody else joins them (`test/names.test.ts`). */
const spaced = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

/** The name as one is addressed: title, given, middle, family, suffix. */
export function fullName(person: PersonName): string {
  return spaced(person.prefix, person.givenName, person.middleName, person.familyName, person.suffix);
}

/** What stands behind the family name in lists. */
export function givenNames(person: Pick<PersonName, 'givenName' | 'middleName' | 'suffix'>): string {
  return spaced(person.givenName, person.middleName, person.suffix);
}

/** One line of a list that begins with the family name: OKAFOR Ngozi. */
export function familyFirst(person: PersonName): string {
  return spaced(person.familyName.toLocaleUpperCase(), givenNames(person));
}

/** The name as files and tables sort it: Okafor, Ngozi. */
export function sortedName(person: Pick<PersonName, 'familyName' | 'givenName' | 'middleName'>): string {
  const given = spaced(person.givenName, person.middleName);
  return [person.familyName, given].filter((part) => part !== '').join(', ');
}

/** A doctor in a narrow column: title and family name. */
export function shortName(person: Pick<PersonName, 'prefix' | 'familyName'>): string {
  return spaced(person.prefix, person.familyName);
}

/** The name without titles, given name first: on a tile, in a sentence, for initials. */
export function plainName(person: Pick<PersonName, 'givenName' | 'familyName'>): string {
  return spaced(person.givenName, person.familyName);
}
