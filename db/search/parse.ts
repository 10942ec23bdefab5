import { type DateForm, findDate, years } from './dates.ts';
import { fold, words } from './fold.ts';
import { phonePrefixes } from './phone.ts';
import { emailForm, mark, spellOut } from './terms.ts';
import { allOf, anyOf, exactly, prefix, type Wanted } from './wanted.ts';

/** One thing a typed query asks for. All terms of a query must hold for a patient to be found. */
export interface Term {
  kind: 'name' | 'number' | 'date' | 'email';
  /** As typed; for names folded. */
  text: string;
  /** What finds it. */
  match: Wanted;
  /** For names: what a name's word may begin with, in place of `match`. */
  starts?: string[];
  /** For numbers: what finds those alone whose whole MRN it is, with or without its letters and leading zeros. */
  mrn?: Wanted;
}

const longestText = 200;
const mostTerms = 8;

/** Reads what somebody typed into the search box. Never throws, whatever is typed; `today` is 'YYYY-MM-DD'. */
export function parseSearch(text: string, today: string): Term[] {
  const terms: Term[] = [];
  const thisYear = Number(today.slice(0, 4));
  let rest = text.slice(0, longestText).normalize('NFKC').replace(/\s+/gu, ' ');
  rest = rest.replace(/(?<!\p{L})mrn[:#. ]{0,3}(?=\p{L}{0,4}-?\d)/iu, '');
  rest = rest.replace(/[^\s@]{1,100}@\S{0,100}/u, (address) => {
    if (emailForm(address))
      terms.push({ kind: 'email', text: address, match: prefix(mark.email + emailForm(address)) });
    return ' ';
  });
  const date = findDate(rest, thisYear);
  if (date) {
    terms.push(dateTerm(date, thisYear));
    rest = `${rest.slice(0, date.at)} ${rest.slice(date.at + date.text.length)}`;
  }
  // The order typed is kept for words, because the first of them decides which family names come first.
  return [...wordTerms(rest, thisYear), ...terms].slice(0, mostTerms);
}

/** A term for a word of a name, which may begin in any of these ways. */
export function nameTerm(word: string, starts = [word]): Term {
  return { kind: 'name', text: word, match: anyOf(starts.map(prefix)), starts };
}

/** Everybody born in a year ("1984"), or in a month of it ("198403"). */
export const bornIn = (start: string): Wanted => prefix(mark.born + start);

/** One reading of a date: a day, a month of a year, or a birthday. */
const bornOn = (form: DateForm) => (form.length === 6 ? bornIn(form) : exactly(mark.born + form));

function dateTerm(date: { text: string; forms: string[]; mayBeName: boolean }, thisYear: number): Term {
  const forms = date.forms.map(bornOn);
  if (date.mayBeName) {
    const asWords = wordTerms(date.text, thisYear).map((term) => term.match);
    if (asWords.length > 0) forms.push(allOf(asWords));
  }
  return { kind: 'date', text: date.text, match: anyOf(forms) };
}

const numeric = /^[+(#]{0,3}\d[\d().\-/+]{0,40}$/;

/** Terms of a text without dates: names, and numbers with all digit groups that stand side by side as one. */
function wordTerms(text: string, thisYear: number): Term[] {
  const terms: Term[] = [];
  const chunks = text.split(/[\s,;]+/u).filter(Boolean);
  for (let at = 0; at < chunks.length && terms.length < mostTerms; ) {
    const run = runOfNumbers(chunks, at);
    const chunk = chunks[at] ?? '';
    if (run.length > 0) terms.push(numberTerm(run, thisYear));
    else if (/\p{N}/u.test(chunk)) terms.push(...mixedTerms(chunk));
    else if (/^\p{L}{1,2}[-#.]?$/u.test(chunk) && /^\d+$/.test(chunks[at + 1] ?? '')) {
      terms.push(spacedMrnTerm(chunk, `${chunks[++at]}`, thisYear));
    } else terms.push(...nameTerms(chunk));
    at += Math.max(1, run.length);
  }
  return terms;
}

function runOfNumbers(chunks: string[], from: number): string[] {
  let to = from;
  while (to < chunks.length && numeric.test(chunks[to] ?? '')) to++;
  return chunks.slice(from, to);
}

/** Digits: one phone number or MRN, or each group on its own (an MRN and a year). */
function numberTerm(run: string[], thisYear: number): Term {
  const [text, whole] = [run.join(' '), run.join('')];
  const together = numberForms(text, run.length === 1 ? thisYear : 0);
  const mrn = [exactly(mark.mrn + bare(whole))];
  if (run.length === 2 && run.some((group) => /^\d{4}$/.test(group) && years(group, thisYear).length > 0)) {
    const apart = run.map((group) => anyOf(numberForms(group, thisYear)));
    together.push(allOf(apart));
    mrn.push(...run.map((group, at) => allOf([exactly(mark.mrn + bare(group)), ...apart.toSpliced(at, 1)])));
  }
  return { kind: 'number', text, match: anyOf(together), mrn: anyOf(mrn) };
}

/** The digits of what was typed without the zeros in front, under which every MRN is indexed. */
const bare = (typed: string) => typed.replace(/\D/g, '').replace(/^0+(?=\d)/, '');

function numberForms(typed: string, thisYear: number): Wanted[] {
  const digits = typed.replace(/\D/g, '');
  const forms = [prefix(mark.mrn + bare(typed)), ...phonePrefixes(typed).map((form) => prefix(mark.phone + form))];
  const asYear = digits.length === 4 || digits.length === 2 ? years(digits, thisYear) : [];
  return [...forms, ...asYear.map(bornIn)];
}

/** "P-004812", "p4812", "3rd": an MRN, or a word with a digit in it. */
function mixedTerms(chunk: string): Term[] {
  const found = words(chunk);
  if (found.length === 0) return [];
  const spellings = mrnSpellings(found.join(''));
  const asName = allOf(found.map(prefix));
  const match = anyOf([...spellings.map((mrn) => prefix(mark.mrn + mrn)), asName]);
  return [{ kind: 'number', text: chunk, match, mrn: anyOf(spellings.map((mrn) => exactly(mark.mrn + mrn))) }];
}

/** How a folded MRN may stand in the index: as typed, and without the zeros in front of its number. */
function mrnSpellings(typed: string): string[] {
  return [...new Set([typed, typed.replace(/^(\D*)0+(?=\d+$)/, '$1')])];
}

/** "P 4812": an MRN, or a short word and a number. */
function spacedMrnTerm(letters: string, digits: string, thisYear: number): Term {
  const word = fold(letters);
  const spellings = mrnSpellings(word + digits);
  const forms = spellings.map((mrn) => prefix(mark.mrn + mrn));
  if (word) forms.push(allOf([prefix(word), anyOf(numberForms(digits, thisYear))]));
  const mrn = anyOf(spellings.map((spelling) => exactly(mark.mrn + spelling)));
  return { kind: 'number', text: `${letters} ${digits}`, match: anyOf(forms), mrn };
}

function nameTerms(chunk: string): Term[] {
  const spelled = words(spellOut(chunk) ?? '');
  return words(chunk).map((word, i) => nameTerm(word, [...new Set([word, spelled[i] ?? word])]));
}
