import type { Clock, DeviceStore } from '#main/ports.ts';
import { deriveKey } from '../secrets.ts';
import { createSigner } from '../signing.ts';

/** Beside the values that pages may set: they could have anything signed. */
const NAME = 'signedInHere';

/** Which accounts have signed in on this computer before: for each a mark that only main can sign. */
export interface SignedInHere {
  has(userId: number): boolean;
  remember(userId: number): void;
}

export function createSignedInHere(device: DeviceStore, clock: Clock, dataKey: Buffer): SignedInHere {
  const signer = createSigner(deriveKey(dataKey, 'signed in here'), clock);
  const all = (): Record<string, unknown> => {
    const stored = device.get(NAME);
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  };
  const saltOf = (userId: number) => `user ${userId}`;
  const has = (userId: number) => signer.unsign(all()[userId], saltOf(userId)).state === 'ok';
  return {
    has,
    remember(userId) {
      if (!has(userId)) device.set(NAME, { ...all(), [userId]: signer.sign(userId, saltOf(userId)) });
    },
  };
}
