import { today } from '#contract/ground/fields.ts';
import { parseDate } from '#renderer/app/parseDate.ts';
import type { PatientValues } from './patientValues.ts';

type Typed = Partial<Pick<PatientValues, 'familyName' | 'givenName' | 'birthDate' | 'phone' | 'email'>>;

/** A shorter run of digits is rather a part of something than somebody's number. */
const fewestDigits = 6;
/** Words that begin a family name of several. */
const particle = /^(?:da|das|de|del|della|den|der|di|do|dos|du|la|le|ten|ter|van|von|zu|zum|al|el|bin|ibn|abu)$/iu;

/** What can be taken over into the form of a new patient of what was typed when nobody was found. */
export function typedPerson(text: string): Typed {
  const clean = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const email = /\S+@\S+/u.exec(clean)?.[0] ?? '';
  const { birthDate, rest } = takeDate(clean.replace(email, ' '));
  const words = rest.split(/\s+/u);
  const numbers = words.filter((word) => /^[+(]*\d[\d().\-/+]*,?$/.test(word)).join(' ');
  const phone = numbers.replace(/\D/g, '').length >= fewestDigits ? numbers.replaceAll(',', '') : '';
  const names = words.filter((word) => /\p{L}/u.test(word) && !/\p{N}/u.test(word));
  return withoutEmpty({ ...namesOf(names), birthDate, phone, email });
}

const withoutEmpty = (values: Typed): Typed =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The first date that a few neighbouring words make, and the text without it. */
function takeDate(text: string): { birthDate: string; rest: string } {
  const words = text.split(/\s+/u).filter(Boolean);
  for (const length of [3, 2, 1]) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const birthDate = parseDate(words.slice(at, at + length).join(' ')) ?? '';
      if (birthDate !== '' && birthDate <= today()) return { birthDate, rest: words.toSpliced(at, length).join(' ') };
    }
  }
  return { birthDate: '', rest: text };
}

/** The family name comes first, as in the list, and ends at a comma where there is one. */
function namesOf(words: string[]): Typed {
  const comma = words.findIndex((word) => word.endsWith(','));
  const firstName = words.findIndex((word) => !particle.test(word));
  const end = (comma < 0 ? firstName : comma) + 1;
  const written = (some: string[]) => some.map((word) => capital(word.replaceAll(',', ''))).join(' ');
  return { familyName: written(words.slice(0, end)), givenName: written(words.slice(end)) };
}

/** A name as it is written: "o'brien" → "O'Brien"; one with a capital is left as it was typed. */
function capital(word: string): string {
  const isAsMeant = particle.test(word) || word !== word.toLocaleLowerCase();
  return isAsMeant ? word : word.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase());
}
