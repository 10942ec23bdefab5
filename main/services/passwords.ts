import type { Sentence } from '#contract/ground/errors.ts';
import { type Rating, ratePassword } from '#main/adapters/passwordRater.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { refusedPasswords } from './refusedPasswords.ts';

/** Without a second factor a password has at least 15 characters, with one at least 8 (NIST SP 800-63B-4, 3.1.1.2). */
export const MIN_PASSWORD_LENGTH = 15;
export const MIN_LENGTH_WITH_SECOND_FACTOR = 8;
/** The lowest of zxcvbn's scores (0-4) that is accepted. */
const MIN_SCORE = 3;
const WEAK = 1;
/** Of the least length there is, so much has to be neither name nor repetition nor neighbouring keys. */
const LEAST_OWN = 2 / 3;
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
 * Judges a password for a person: its strength (0-4), whether it is accepted, and in words why not. What is refused is
 * never called better than weak. `about` are words an attacker would try first: names, username, clinic.
 */
export async function judgePassword(
  password: string,
  about: string[],
  options: { secondFactor?: boolean } = {},
): Promise<PasswordVerdict> {
  const typed = normalisePassword(password);
  const min = options.secondFactor ? MIN_LENGTH_WITH_SECOND_FACTOR : MIN_PASSWORD_LENGTH;
  const rating = await ratePassword(typed.slice(0, MOST_RATED), [...about, ...PRODUCT]);
  const reason = reasonAgainst(typed, min, rating);
  if (!reason) return { score: rating.score, accepted: true, reasons: [] };
  return { score: Math.min(rating.score, WEAK), accepted: false, reasons: [reason] };
}

/** The one sentence that says what to mend; null for a password that is good enough. */
function reasonAgainst(typed: string, min: number, { score, own, weakness }: Rating): Sentence | null {
  if ([...typed].length < min) return { key: 'password.tooShort', params: { min } };
  if (/^\p{N}*$/u.test(typed)) return { key: 'password.numeric' };
  if (refusedPasswords().has(typed.toLowerCase())) return { key: 'password.common' };
  if (weakness && own < min * LEAST_OWN) return { key: `password.${weakness}` };
  return score < MIN_SCORE ? { key: 'password.guessable' } : null;
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
