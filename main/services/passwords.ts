import type { Sentence } from '#contract/ground/errors.ts';
import { ratePassword } from '#main/adapters/passwordRater.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { refusedPasswords } from './refusedPasswords.ts';

/** Without a second factor a password has at least 15 characters, with one at least 8 (NIST SP 800-63B-4, 3.1.1.2). */
export const MIN_PASSWORD_LENGTH = 15;
export const MIN_LENGTH_WITH_SECOND_FACTOR = 8;
/** The lowest of zxcvbn's scores (0-4) that is accepted. */
const MIN_SCORE = 3;
/** So many characters are rated, and no more: the cost of that grows faster than the password, its strength does not. */
const MOST_RATED = 48;
/** Words of the product: the first that somebody would try here. */
const PRODUCT = ['clinic', 'desk', 'clinicdesk'];

export interface PasswordVerdict {
  score: number;
  accepted: boolean;
  reasons: Sentence[];
}

/** Passwords are compared in composed form, so that the same keys give the same password on every computer. */
export const normalisePassword = (password: string) => password.normalize('NFKC');

/** True for a password that is long enough only beside a second factor. */
export const isShort = (password: string) => [...normalisePassword(password)].length < MIN_PASSWORD_LENGTH;

/**
 * Judges a password for a person: its strength (0-4), whether it is accepted, and in words why not.
 * `about` are words an attacker would try first: names, username, clinic.
 */
export async function judgePassword(
  password: string,
  about: string[],
  options: { secondFactor?: boolean } = {},
): Promise<PasswordVerdict> {
  const typed = normalisePassword(password);
  const words = [...about, ...PRODUCT];
  const min = options.secondFactor ? MIN_LENGTH_WITH_SECOND_FACTOR : MIN_PASSWORD_LENGTH;
  const reasons: Sentence[] = [];
  if ([...typed].length < min) reasons.push({ key: 'password.tooShort', params: { min } });
  if (/^\p{N}*$/u.test(typed)) reasons.push({ key: 'password.numeric' });
  if (isLike(typed, words)) reasons.push({ key: 'password.similar' });
  if (reasons.length === 0 && refusedPasswords().has(typed.toLowerCase())) reasons.push({ key: 'password.common' });
  const score = await ratePassword(typed.slice(0, MOST_RATED), words);
  if (reasons.length === 0 && score < MIN_SCORE) reasons.push({ key: 'password.guessable' });
  return { score, accepted: reasons.length === 0, reasons };
}

/** What is stored of a new password that is strong enough; a VALIDATION with the reason at `path` otherwise. */
export async function acceptedPassword(
  hasher: { hash(password: string): Promise<string> },
  password: string,
  options: { path: string; about: string[]; secondFactor?: boolean },
): Promise<{ passwordHash: string; shortPassword: boolean }> {
  const { reasons } = await judgePassword(password, options.about, options);
  const [reason] = reasons;
  if (reason) throw wrongField(options.path, reason.key, reason.params);
  return { passwordHash: await hasher.hash(normalisePassword(password)), shortPassword: isShort(password) };
}

/** For accounts whose password is a directory's: it is changed there, not here. */
export function checkIsOurs(account: { source: string }): void {
  if (account.source !== 'local') throw new Refusal('IN_USE', { reasons: [{ key: 'accounts.passwordElsewhere' }] });
}

function isLike(password: string, about: string[]): boolean {
  const lower = password.toLowerCase();
  const rest = about
    .flatMap((text) => text.toLowerCase().split(/[\s@._-]+/u))
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.split(word).join(''), lower);
  return [...rest].length < [...lower].length / 2;
}
