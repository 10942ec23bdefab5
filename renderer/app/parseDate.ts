import { isCalendarDate } from '#contract/ground/fields.ts';
import { formatDate } from './dates.ts';
import { locale } from './locale.ts';

interface Reading {
  /** Which part comes first where a date is all digits. */
  order: 'day' | 'month';
  /** Two digits of a year mean one to come rather than one gone by. */
  ahead: boolean;
  thisYear: number;
}

const firstPart = new Intl.DateTimeFormat(locale)
  .formatToParts()
  .find(({ type }) => type === 'day' || type === 'month');
const localOrder: Reading['order'] = firstPart?.type === 'month' ? 'month' : 'day';

/** Month names of this computer's language and of English, all in lower case. */
const monthNames: readonly string[][] = Array.from({ length: 12 }, (_, month) =>
  [locale, 'en'].flatMap((language) =>
    (['long', 'short'] as const).map((style) =>
      new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
        .format(Date.UTC(2000, month, 15))
        .toLowerCase()
        .replace('.', ''),
    ),
  ),
);

function monthOf(word: string): number | null {
  const index = monthNames.findIndex((names) =>
    names.some((name) => name === word || (word.length > 2 && name.startsWith(word))),
  );
  return index < 0 ? null : index + 1;
}

function fullYear(text: string, { ahead, thisYear }: Reading): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const century = thisYear - (thisYear % 100);
  return ahead || century + year <= thisYear ? century + year : century - 100 + year;
}

function compose(year: number, month: number, day: number): string | null {
  const date = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return isCalendarDate(date) ? date : null;
}

/** Cuts `12031984`, `120384` or `19840312` into its three parts. */
function cutDigits(digits: string): string[] {
  const yearFirst = digits.length === 8 && /^(18|19|20)/.test(digits) && Number(digits.slice(4, 6)) <= 12;
  const cuts = yearFirst ? [4, 6] : [2, 4];
  return [digits.slice(0, cuts[0]), digits.slice(cuts[0], cuts[1]), digits.slice(cuts[1])];
}

function fromNumbers(parts: string[], reading: Reading): string | null {
  const [first = '', second = '', third = ''] = parts;
  if (first.length === 4) return compose(Number(first), Number(second), Number(third));
  const year = fullYear(third, reading);
  const [a, b] = [Number(first), Number(second)];
  const dayFirst = compose(year, b, a);
  const monthFirst = compose(year, a, b);
  return reading.order === 'day' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}

function fromWords(word: string, numbers: string[], reading: Reading): string | null {
  const month = monthOf(word);
  const [first = '', second = ''] = numbers;
  if (month === null || numbers.length !== 2) return null;
  return first.length === 4
    ? compose(Number(first), month, Number(second))
    : compose(fullYear(second, reading), month, Number(first));
}

/** Reads a date the way people write it; null when it is none. */
export function parseDate(text: string, options: Partial<Reading> = {}): string | null {
  const reading: Reading = { order: localOrder, ahead: false, thisYear: new Date().getFullYear(), ...options };
  const clean = text.normalize('NFKC').toLowerCase().trim();
  // Whoever writes dots writes the day first, whatever the computer does.
  if (/\d\.\s*\d/.test(clean)) reading.order = 'day';
  const numbers = clean.match(/\d+/g) ?? [];
  const words = (clean.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !/^(st|nd|rd|th|de|of)$/.test(word));
  if (words.length === 1 && words[0]) return fromWords(words[0], numbers, reading);
  if (words.length > 0) return null;
  const parts = numbers.length === 1 && /^(\d{6}|\d{8})$/.test(clean) ? cutDigits(clean) : numbers;
  return parts.length === 3 && parts.every((part) => part.length <= 4) ? fromNumbers(parts, reading) : null;
}

/** A date as a field shows it: in words, or as 1984-03-12 in languages whose words could not be read again. */
export function writeDate(date: string): string {
  const words = formatDate(date);
  return parseDate(words) === date ? words : date;
}
