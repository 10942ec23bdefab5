/** One way to read a typed date: the digits of a day (19840312), of a month of a year (198403), or of a birthday (0312). */
export type DateForm = string;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(\\d{4}|\\d{2})';
const gap = '[\\s./,-]{0,3}';

interface Pattern {
  find: RegExp;
  read: (parts: string[], thisYear: number) => DateForm[];
  /** Whether the words may as well be a name ("May 84"). */
  mayBeName?: boolean;
}

const pattern = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'iu');

const patterns: Pattern[] = [
  { find: pattern('(\\d{4})[-./ ](\\d{1,2})[-./ ](\\d{1,2})'), read: ([y, m, d], now) => days(y, m, d, now) },
  {
    find: pattern(`(\\d{1,2})(?:[-./]|[-./] )(\\d{1,2})(?:[-./]|[-./] )${year}`),
    read: ([a, b, y], now) => [...days(y, b, a, now), ...days(y, a, b, now)],
  },
  {
    find: pattern('(\\d{1,2}) (\\d{1,2}) (\\d{4})'),
    read: ([a, b, y], now) => [...days(y, b, a, now), ...days(y, a, b, now)],
  },
  { find: pattern(`${day}${gap}${month}${gap}${year}`), read: ([d, m, y], now) => days(y, monthOf(m), d, now) },
  { find: pattern(`${month}${gap}${day}[\\s./,-]{1,3}${year}`), read: ([m, d, y], now) => days(y, monthOf(m), d, now) },
  {
    find: pattern(`${month}${gap}${year}`),
    read: ([m, y], now) => [...years(y, now).map((full) => full + monthOf(m)), ...birthdays(monthOf(m), y)],
    mayBeName: true,
  },
  {
    find: pattern('(\\d{1,2})[-./](\\d{4})'),
    read: ([m, y], now) => (Number(m) >= 1 && Number(m) <= 12 ? years(y, now).map((full) => full + two(m)) : []),
  },
  {
    find: pattern('(\\d{4})[-./](\\d{1,2})'),
    read: ([y, m], now) => (isMonth(m) ? years(y, now).map((full) => full + two(m)) : []),
  },
  { find: pattern(`${day}${gap}${month}`), read: ([d, m]) => birthdays(monthOf(m), d), mayBeName: true },
  { find: pattern('(\\d{1,2})[./](\\d{1,2})'), read: ([a, b]) => [...birthdays(b, a), ...birthdays(a, b)] },
];

/** The first date in a typed text: where it stands and every way to read it; undefined when there is none. */
export function findDate(
  text: string,
  thisYear: number,
): { at: number; text: string; forms: DateForm[]; mayBeName: boolean } | undefined {
  for (const { find, read, mayBeName = false } of patterns) {
    const match = find.exec(text);
    const forms = match ? [...new Set(read(match.slice(1), thisYear))] : [];
    if (match && forms.length > 0) return { at: match.index, text: match[0], forms, mayBeName };
  }
  return undefined;
}

/** The years a typed year can mean for somebody who may be alive: "84" is 1984, "12" is 1912 or 2012. */
export function years(typed: string | undefined, thisYear: number): string[] {
  const readings = typed?.length === 2 ? [`20${typed}`, `19${typed}`] : [typed ?? ''];
  return readings.filter((reading) => Number(reading) >= 1880 && Number(reading) <= thisYear);
}

const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
const isMonth = (part: string | undefined) => Number(part) >= 1 && Number(part) <= 12;
const monthOf = (name: string | undefined) =>
  two(String(monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1));

function days(y: string | undefined, m: string | undefined, d: string | undefined, thisYear: number): DateForm[] {
  return years(y, thisYear).flatMap((full) => (exists(full, m, d) ? [full + two(m) + two(d)] : []));
}

function birthdays(m: string | undefined, d: string | undefined): DateForm[] {
  return exists('2000', m, d) ? [two(m) + two(d)] : [];
}

function exists(y: string, m: string | undefined, d: string | undefined): boolean {
  const lastDay = isMonth(m) ? new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate() : 0;
  return Number(d) >= 1 && Number(d) <= lastDay;
}
