import { wrongField } from '#main/refusal.ts';

/** Stands for a secret wherever one would be shown. */
export const HIDDEN = '•••';

/**
 * The address of a server as it may be shown: without what stands before its last `@`, which is a name and a password, and
 * without its query, which may hold them as well. Nothing of it is shown where a `?` before an `@` leaves open which is which.
 */
export const maskAddress = (address: string): string =>
  address
    .replace(/^([a-z]+:\/\/)?.*\?.*@.*$/i, (_all, protocol = '') => `${protocol}${HIDDEN}`)
    .replace(/^([a-z]+:\/\/)?.*@/i, (_all, protocol = '') => `${protocol}${HIDDEN}@`)
    .replace(/\?.+$/, `?${HIDDEN}`);

/**
 * The address that somebody means who saw `stored` masked: given back as it was shown, it is the stored one. Raises
 * VALIDATION at `path` for a mask in any other address, since the password was given for that server only.
 */
export function unmaskAddress(path: string, given: string, stored: string): string {
  if (!given.includes(HIDDEN)) return given;
  if (given !== maskAddress(stored)) throw wrongField(path, 'validation.passwordAgain');
  return stored;
}
