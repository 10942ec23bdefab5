import type { DeviceStore } from '#main/ports.ts';
import { deriveKey, seal, unseal } from '../secrets.ts';

const NAME = 'staySignedIn';

/** The one session id that outlives the program, on this computer, sealed. */
export interface RememberedSession {
  /** What the last run of the program left. */
  take(): string | null;
  keep(id: string): void;
  drop(): void;
}

export function createRememberedSession(device: DeviceStore, dataKey: Buffer): RememberedSession {
  const key = deriveKey(dataKey, 'stay signed in');
  return {
    take() {
      const sealed = device.get(NAME);
      if (typeof sealed !== 'string') return null;
      return unseal(key, Buffer.from(sealed, 'base64'), NAME)?.toString() ?? null;
    },
    keep(id) {
      device.set(NAME, seal(key, Buffer.from(id), NAME).toString('base64'));
    },
    drop() {
      if (device.get(NAME) !== undefined) device.delete(NAME);
    },
  };
}
