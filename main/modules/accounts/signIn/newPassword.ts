import type { Writer } from '#db/index.ts';
import { deleteResetCode } from '#db/queries/accounts/resetCodes.ts';
import { amendUser, type User } from '#db/queries/accounts/users.ts';
import type { Services } from '#main/services/index.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { throttleKeysOf } from '#main/services/throttle.ts';

/** Words an attacker would try first for this person. */
export const wordsAbout = (
  { settings }: Services,
  who: { username: string; givenName: string; middleName?: string; familyName: string; email?: string },
) => {
  const names = [who.givenName, who.middleName ?? '', who.familyName];
  return [who.username, ...names, who.email ?? '', settings.get('clinicName')];
};

/** So long a password holds that somebody else has set; its owner chooses another one before. */
const FIRST_PASSWORD_MS = 7 * 86_400_000;

/** Until when a password holds that is stored now; null for one's own. */
const expiryOf = (now: number, { mustChangePassword }: { mustChangePassword: boolean }) =>
  mustChangePassword ? now + FIRST_PASSWORD_MS : null;

/**
 * The columns of a password that somebody else gives a new user; it has to be changed at the first sign-in. Without one
 * the user needs a reset code to come in. Raises VALIDATION for one that is too weak.
 */
export async function firstPassword(
  services: Services,
  who: Parameters<typeof wordsAbout>[1],
  password: string | undefined,
  now: number,
) {
  if (password === undefined) return { passwordHash: null, passwordChangedAt: now };
  const options = { path: 'password', about: wordsAbout(services, who) };
  const accepted = await acceptedPassword(services.ports.hasher, password, options);
  const expiry = { mustChangePassword: true, passwordExpiresAt: expiryOf(now, { mustChangePassword: true }) };
  return { ...accepted, ...expiry, passwordChangedAt: now };
}

export interface NewPassword {
  passwordHash: string;
  shortPassword: boolean;
  mustChangePassword: boolean;
}

/** Stores a new password. Sessions and codes of the old one are void with it, and failures are forgiven. */
export async function storePassword(services: Services, tx: Writer, row: User, made: NewPassword): Promise<void> {
  const now = services.clock.now();
  const credentialVersion = row.credentialVersion + 1;
  const times = { passwordExpiresAt: expiryOf(now, made), passwordChangedAt: now, updatedAt: now };
  await amendUser(tx, row.id, { ...made, ...times, credentialVersion });
  await deleteResetCode(tx, row.id);
  await services.throttle.clear(tx, throttleKeysOf(row));
}
