import { eq } from 'drizzle-orm';
import type { Writer } from '#db/index.ts';
import { user } from '#db/schema/index.ts';
import { removeResetCode } from '#main/services/credentials/resetCodes.ts';
import type { Services } from '#main/services/index.ts';
import { throttleKeysOf } from '#main/services/throttle.ts';
import type { UserRow } from '#main/services/users.ts';

/** Words an attacker would try first for this person. */
export const wordsAbout = (
  { settings }: Services,
  who: { username: string; givenName: string; familyName: string; email?: string },
) => [who.username, who.givenName, who.familyName, who.email ?? '', settings.get('clinicName')];

/** So long a password holds that somebody else has set; its owner chooses another one before. */
const FIRST_PASSWORD_MS = 7 * 86_400_000;

/** Until when a password holds that is stored now; null for one's own. */
export const expiryOf = (now: number, { mustChangePassword }: { mustChangePassword: boolean }) =>
  mustChangePassword ? now + FIRST_PASSWORD_MS : null;

export interface NewPassword {
  passwordHash: string;
  shortPassword: boolean;
  mustChangePassword: boolean;
}

/** Stores a new password. Sessions and codes of the old one are void with it, and failures are forgiven. */
export async function storePassword(services: Services, tx: Writer, row: UserRow, made: NewPassword): Promise<void> {
  const now = services.clock.now();
  const credentialVersion = row.credentialVersion + 1;
  await tx
    .update(user)
    .set({ ...made, credentialVersion, passwordExpiresAt: expiryOf(now, made), passwordChangedAt: now, updatedAt: now })
    .where(eq(user.id, row.id));
  await removeResetCode(tx, row.id);
  await services.throttle.clear(tx, throttleKeysOf(row));
}
