import { type Culture, cultures } from './names/index.ts';
import { type Random, weighted } from './random.ts';

export type Sex = 'female' | 'male' | 'other' | 'unknown';

export interface Person {
  prefix: string;
  givenName: string;
  middleName: string;
  familyName: string;
  suffix: string;
  sex: Sex;
  age: number;
}

export const pickCulture = weighted(cultures.map((culture) => [culture.weight, culture] as const));

// How many of a thousand people stand in each ten years of life, from 0-9 to 90-99.
const pyramid = weighted([112, 115, 124, 136, 130, 131, 116, 86, 41, 9].map((many, decade) => [many, decade] as const));

/** An adult's age in years, as often as such ages are. */
export function adultAge(random: Random): number {
  for (;;) {
    const age = pyramid(random) * 10 + random.whole(random.chance(2) ? 11 : 10);
    if (age >= 18) return age;
  }
}

/** Somebody of this culture, family name and age; the family name takes the form that fits. */
export function person(random: Random, culture: Culture, family: string, age: number, sex = pickSex(random)): Person {
  const names = sex === 'female' || (sex !== 'male' && random.chance(50)) ? culture.female : culture.male;
  return {
    prefix: age >= 18 && random.chance(6) ? title(random, sex) : '',
    givenName: random.common(names),
    middleName: random.chance(culture.middleNames) ? random.common(names) : '',
    familyName: sex === 'female' && culture.feminine ? culture.feminine(family) : family,
    suffix: sex === 'male' && random.chance(0.6) ? 'Jr' : '',
    sex,
    age,
  };
}

function pickSex(random: Random): Sex {
  const at = random.next() * 1000;
  if (at < 506) return 'female';
  if (at < 993) return 'male';
  return at < 997 ? 'other' : 'unknown';
}

function title(random: Random, sex: Sex): string {
  if (random.chance(12)) return random.chance(80) ? 'Dr' : 'Prof';
  return sex === 'female' ? (random.chance(60) ? 'Mrs' : 'Ms') : sex === 'male' ? 'Mr' : 'Mx';
}

/** The people of one home: alone, a couple, or parents (or one parent) and children; nearly always of one family name. */
export function household(random: Random): Person[] {
  const culture = pickCulture(random);
  const family = random.common(culture.family);
  const first = person(random, culture, family, adultAge(random));
  const people = [first];
  const kind = random.whole(100);
  if (kind >= 34 && kind < 92) people.push(partner(random, culture, first, family));
  if (kind >= 58 && first.age >= 21 && first.age < 60) {
    const children = 1 + random.whole(3);
    for (let i = 0; i < children; i++) {
      const age = first.age - 20 - random.whole(18);
      if (age >= 0) people.push(person(random, culture, family, age));
    }
  }
  return people;
}

function partner(random: Random, culture: Culture, of: Person, family: string): Person {
  const theirs = random.chance(6) ? pickCulture(random) : culture;
  const name = theirs === culture && random.chance(78) ? family : random.common(theirs.family);
  const age = Math.min(100, Math.max(18, of.age + random.whole(13) - 6));
  const sex = of.sex === 'female' ? 'male' : of.sex === 'male' ? 'female' : undefined;
  return person(random, theirs, name, age, random.chance(5) ? of.sex : sex);
}
