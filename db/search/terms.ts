import { fold, type Name, words } from './fold.ts';
import { phoneForms } from './phone.ts';

/** What of a patient the search knows. */
export interface Searchable extends Name {
  mrn: string;
  phone: string;
  email: string;
  contacts: ReadonlyArray<{ system: 'phone' | 'email'; value: string }>;
  birthDate: string;
  doctorId: number | null;
  status: 'active' | 'archived';
}

/** The first character of every term that is not a name word; no folded word can begin with one of them. */
export const mark = { mrn: '#', phone: '+', born: '=', doctor: '@', email: '&', archived: '~' } as const;

const joinedLongest = 40;
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** The text with umlauts written as two letters ("Müller" → "mueller"), or undefined when it has none. */
export function spellOut(text: string): string | undefined {
  const lower = text.normalize('NFC').toLowerCase();
  const spelled = lower.replace(/[äöüåø]/g, (letter) => spelledOut[letter] ?? letter);
  return spelled === lower ? undefined : spelled;
}

/** The words one part of a name is found by: its words, its pieces around apostrophes, and all of it in one word. */
function wordsOfPart(part: string, into: Set<string>): void {
  const found = words(part);
  for (const word of found) into.add(word);
  if (/['’‘ʼ`´]/.test(part)) for (const piece of words(part.replace(/['’‘ʼ`´]/g, ' '))) into.add(piece);
  const joined = found.join('');
  if (found.length > 1 && joined.length <= joinedLongest) into.add(joined);
}

const writtenWithoutSpaces = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Every folded word a patient's name is found by, each once. */
export function nameWords(name: Name): string[] {
  const found = new Set<string>();
  for (const part of [name.familyName, name.givenName, name.middleName]) {
    if (!part) continue;
    wordsOfPart(part, found);
    const spelled = spellOut(part);
    if (spelled) wordsOfPart(spelled, found);
  }
  if (writtenWithoutSpaces.test(name.familyName)) found.add(fold(name.familyName + (name.givenName ?? '')));
  found.delete('');
  return [...found];
}

/** "P-004812" is found as p004812, p4812 and 4812. */
function mrnForms(mrn: string): string[] {
  const whole = fold(mrn).replaceAll(' ', '');
  const bare = /^(.*?)0*(\d+)$/.exec(whole);
  return bare ? [whole, `${bare[1]}${bare[2]}`, `${bare[2]}`] : [whole];
}

/** The letters and digits before the @ of an e-mail address. */
export function emailForm(address: string): string {
  return fold(address.split('@')[0] ?? '').replaceAll(' ', '');
}

/** 1984-03-12 is found by how its day begins (1984, 198403), and as a birthday: 19840312, 0312. */
function birthForms(birthDate: string): string[] {
  const digits = birthDate.replaceAll('-', '');
  return [digits, digits.slice(4)];
}

/** Every term a patient is indexed under. */
export function searchTerms(patient: Searchable): string[] {
  const points = (system: string) => patient.contacts.filter((c) => c.system === system).map((c) => c.value);
  const phones = [patient.phone, ...points('phone')].flatMap(phoneForms);
  const emails = [patient.email, ...points('email')].map(emailForm).filter(Boolean);
  const terms = new Set([
    ...nameWords(patient),
    ...mrnForms(patient.mrn).map((form) => mark.mrn + form),
    ...phones.map((form) => mark.phone + form),
    ...birthForms(patient.birthDate).map((form) => mark.born + form),
    ...emails.map((form) => mark.email + form),
  ]);
  terms.add(`${mark.doctor}${patient.doctorId ?? 0}`);
  if (patient.status === 'archived') terms.add(mark.archived);
  return [...terms];
}

const marks = new Set<string>(Object.values(mark));

/** Those of a patient's terms that are words of the name. */
export function nameWordsAmong(terms: string[]): string[] {
  return terms.filter((term) => !marks.has(term.charAt(0)));
}
