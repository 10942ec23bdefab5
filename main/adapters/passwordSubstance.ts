/** What most of a password is made of where little of it is its own. */
export type Weakness = 'similar' | 'repeated' | 'keyboard';

/** Which keys lie beside a key, as zxcvbn lists them: the signs of a neighbour in one text. */
export type Layout = Record<string, Array<string | null>>;

export interface Substance {
  /** What is left without names, walks along the keyboard and what was there before. */
  own: string;
  /** What took most of it; null where nothing did. */
  weakness: Weakness | null;
}

/** So short a walk or repetition is in many words. */
const LEAST_WALK = 4;
const LEAST_REPEAT = 3;
/** Shorter parts of names are in too many words. */
const LEAST_NAME = 3;

/** Takes away what somebody would guess in no time: names and their parts in `about`, neighbouring keys, repetitions. */
export function substanceOf(password: string, about: string[], layouts: Layout[]): Substance {
  const plain = plainSigns(password);
  const unnamed = withoutNames(plain, about);
  const walked = withoutWalks(unnamed, layouts);
  const own = withoutRepeats(walked);
  const taken: Array<[Weakness, number]> = [
    ['similar', plain.length - unnamed.length],
    ['keyboard', unnamed.length - walked.length],
    ['repeated', walked.length - own.length],
  ];
  const [weakness, most] = taken.reduce((one, other) => (other[1] > one[1] ? other : one));
  return { own, weakness: most > 0 ? weakness : null };
}

/** Small letters without accents, and nothing of what people put between words. */
const plainSigns = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s._,;:'’-]/gu, '')
    .toLowerCase();

const LETTERS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' };

/** Digits that stand for letters are read as these. */
const asLetters = (text: string) =>
  text.replace(/[0134579@$!l]/g, (sign) => (sign === 'l' ? 'i' : (LETTERS[sign] ?? sign)));

function withoutNames(text: string, about: string[]): string {
  const names = about.flatMap((name) => name.split(/[\s@._-]+/u)).map((name) => asLetters(plainSigns(name)));
  const words = names
    .filter((name) => name.length >= LEAST_NAME)
    .flatMap((name) => [name, [...name].reverse().join('')]);
  let left = text;
  for (const word of words.sort((a, b) => b.length - a.length)) {
    for (let at = asLetters(left).indexOf(word); at >= 0; at = asLetters(left).indexOf(word))
      left = left.slice(0, at) + left.slice(at + word.length);
  }
  return left;
}

type Step = (from: string, to: string) => boolean;

const isNext: Step = (from, to) => /[a-z0-9]/.test(from) && Math.abs(to.charCodeAt(0) - from.charCodeAt(0)) === 1;
const isBeside =
  (layout: Layout): Step =>
  (from, to) =>
    layout[from]?.some((signs) => signs?.includes(to)) ?? false;

/** Of each walk only its first sign is left. */
function withoutWalks(text: string, layouts: Layout[]): string {
  const steps = [isNext, ...layouts.map(isBeside)];
  let left = '';
  for (let at = 0; at < text.length; ) {
    left += text[at];
    const length = Math.max(...steps.map((isStep) => walkFrom(text, at, isStep)));
    at += length >= LEAST_WALK ? length : 1;
  }
  return left;
}

function walkFrom(text: string, start: number, isStep: Step): number {
  let end = start + 1;
  while (end < text.length && isStep(text[end - 1] ?? '', text[end] ?? '')) end += 1;
  return end - start;
}

/** What comes again is left out, as somebody would who packs the text. */
function withoutRepeats(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    let length = 0;
    while (at + length < text.length && text.indexOf(text.slice(at, at + length + 1)) < at) length += 1;
    if (length < LEAST_REPEAT) left += text[at];
    at += length < LEAST_REPEAT ? 1 : length;
  }
  return left;
}
