import type { User } from '#db/queries/accounts/users.ts';
import type { Clock, DeviceStore } from '#main/ports.ts';
import { deriveKey } from '../secrets.ts';
import { createSigner } from '../signing.ts';

/** Beside the values that pages may set: they could have anything signed. */
const NAME = 'rememberedFor';
const DAY_MS = 86_400_000;

type Owner = Pick<User, 'id' | 'credentialVersion'>;

/**
 * For whom this computer stands in for the second factor: a value signed for one user and their credentials as they are,
 * so that it is void as soon as password, second factor or standing change, or they end their sessions.
 */
export interface RememberedDevice {
  remember(owner: Owner): void;
  /** Until when, under a policy of so many days (0: never); null when the code has to be asked for. */
  until(owner: Owner, days: number): number | null;
  forget(userId: number): void;
}

export function createRememberedDevice(device: DeviceStore, clock: Clock, dataKey: Buffer): RememberedDevice {
  const signer = createSigner(deriveKey(dataKey, 'remembered device'), clock);
  const all = (): Record<string, unknown> => {
    const stored = device.get(NAME);
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  };
  const saltOf = (userId: number) => `user ${userId}`;
  return {
    remember({ id, credentialVersion }) {
      device.set(NAME, { ...all(), [id]: signer.sign(credentialVersion, saltOf(id)) });
    },
    until({ id, credentialVersion }, days) {
      const found = signer.unsign(all()[id], saltOf(id));
      if (found.state !== 'ok' || found.value !== credentialVersion) return null;
      const [now, until] = [clock.now(), found.signedAt + days * DAY_MS];
      // Signed in the future: the clock was set back, and nobody knows how long ago it was.
      return found.signedAt <= now && now < until ? until : null;
    },
    forget(userId) {
      const { [userId]: gone, ...others } = all();
      if (gone !== undefined) device.set(NAME, others);
    },
  };
}
