// Country calling codes are one, two or three digits long; these are the ones that are not three (ITU E.164).
const shortCountryCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The digits of a number without its country's code, read as if it were written internationally. */
function withoutCountryCode(digits: string): string {
  return digits.slice(shortCountryCode.exec(digits)?.[0].length ?? 3);
}

/** The digits as dialled: "+44 (0)20 7946" → "44207946", "0044 20" → "4420", "020 7946" → "207946". */
function dialled(number: string): { digits: string; international: boolean } {
  const kept = number.replace(/\(0\)/g, '').replace(/\D/g, '');
  const international = /^[\s(]*\+/.test(number) || kept.startsWith('00');
  return { digits: kept.replace(/^0+/, ''), international };
}

/** Fewer digits than these stand in too many numbers to be looked for. */
const fewest = 3;
/** No number that can be dialled has more digits. */
const most = 15;

/**
 * The digit strings under which a stored phone number is found: what is left of it from each of its digits on, so that
 * any run of its digits begins one of them.
 */
export function phoneForms(number: string): string[] {
  const { digits } = dialled(number);
  const starts = Math.max(0, digits.length - fewest + 1);
  return Array.from({ length: starts }, (_, from) => digits.slice(from, from + most));
}

/** The digit prefixes to look up for a number as somebody types it. */
export function phonePrefixes(typed: string): string[] {
  const { digits, international } = dialled(typed);
  if (digits.length < fewest) return [];
  // Nobody's own number has a country's code in front, so a long one without "+" is tried without its first digits too.
  const national = international || digits.length >= 10 ? withoutCountryCode(digits) : '';
  return [digits, national].filter(({ length }) => length >= fewest).map((run) => run.slice(0, most));
}
