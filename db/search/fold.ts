/** Letters that Unicode does not decompose, and what people type for them. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
};
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
const apostrophes = /['’‘‛ʼʻʹˈ`´′＇]/g;
const plainAscii = /^[a-z ]*$/;

/**
 * The form in which names are compared, sorted and indexed: no case, no diacritics, apostrophes dropped
 * ("O'Brien" → "obrien"), every other separator one space ("Smith-Jones" → "smith jones"). Folding twice changes nothing.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (plainAscii.test(lower)) return lower.replace(/ +/g, ' ').trim();
  return lower
    .replace(apostrophes, '') // before decomposing: ´ alone would become a space
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(apostrophes, '')
    .replace(/\p{M}+/gu, '')
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a text, in order. */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

export interface Name {
  familyName: string;
  givenName?: string | undefined;
  middleName?: string | undefined;
}

/** What `sort_name` columns hold: folded "family given middle". */
export function sortNameOf(name: Name): string {
  return [name.familyName, name.givenName ?? '', name.middleName ?? ''].map(fold).filter(Boolean).join(' ');
}
