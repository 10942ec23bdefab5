import type { Sentence } from '#contract/errors.ts';

/** Without a second factor a password has at least 15 characters (NIST SP 800-63B-4, 3.1.1.2). */
export const MIN_PASSWORD_LENGTH = 15;
/** The lowest of zxcvbn's scores (0-4) that is accepted. */
const MIN_SCORE = 3;

export interface PasswordVerdict {
  score: number;
  accepted: boolean;
  reasons: Sentence[];
}

/** Passwords are compared in composed form, so that the same keys give the same password on every computer. */
export const normalisePassword = (password: string) => password.normalize('NFKC');

/**
 * Judges a password for a person: its strength (0-4), whether it is accepted, and in words why not.
 * `about` are words an attacker would try first: names, username, clinic.
 */
export async function judgePassword(password: string, about: string[]): Promise<PasswordVerdict> {
  const typed = normalisePassword(password);
  const reasons: Sentence[] = [];
  if ([...typed].length < MIN_PASSWORD_LENGTH)
    reasons.push({ key: 'password.tooShort', params: { min: MIN_PASSWORD_LENGTH } });
  if (/^\p{N}*$/u.test(typed)) reasons.push({ key: 'password.numeric' });
  if (isLike(typed, about)) reasons.push({ key: 'password.similar' });
  const score = await strength(typed, about);
  if (reasons.length === 0 && score < MIN_SCORE) reasons.push({ key: 'password.common' });
  return { score, accepted: reasons.length === 0, reasons };
}

function isLike(password: string, about: string[]): boolean {
  const lower = password.toLowerCase();
  const rest = about
    .flatMap((text) => text.toLowerCase().split(/[\s@._-]+/u))
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.split(word).join(''), lower);
  return [...rest].length < [...lower].length / 2;
}

let rate: ((password: string, about: string[]) => number) | undefined;

/** zxcvbn with its dictionaries, loaded at the first use only: they are large and most starts never need them. */
async function strength(password: string, about: string[]): Promise<number> {
  rate ??= await loadZxcvbn();
  return rate(password.slice(0, 128), [...about, 'clinic', 'desk']);
}

async function loadZxcvbn(): Promise<(password: string, about: string[]) => number> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (password, about) => zxcvbn.check(password, about).score;
}
