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

/** The digit strings under which a stored phone number is found: whole, without its country, and its last 8, 7 and 4 digits. */
export function phoneForms(number: string): string[] {
  const { digits, international } = dialled(number);
  if (digits.length < 3) return [];
  const forms = [digits];
  if (international) forms.push(withoutCountryCode(digits));
  // Numbers within one town have seven or eight digits; four are what people remember.
  for (const last of [8, 7, 4]) if (digits.length > last) forms.push(digits.slice(-last));
  return forms;
}

/** The digit prefixes to look up for a number as somebody types it. */
export function phonePrefixes(typed: string): string[] {
  const { digits, international } = dialled(typed);
  if (digits === '') return [];
  // Nobody's own number has a country's code in front, so a long one without "+" is tried without its first digits too.
  const national = international || digits.length >= 10 ? withoutCountryCode(digits) : '';
  return national.length >= 4 ? [digits, national] : [digits];
}
