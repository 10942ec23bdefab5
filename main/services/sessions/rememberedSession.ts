import type { Logger } from 'pino';
import { isUnwritable } from '#db/index.ts';
import type { DeviceStore } from '#main/ports.ts';
import { deriveKey, seal, unseal } from '../secrets.ts';

const NAME = 'staySignedIn';

/** The one session id that outlives the program, on this computer, sealed. */
export interface RememberedSession {
  /** What the last run of the program left. */
  take(): string | null;
  /** From now on this one, or none. Where the disk does not let the next start know of it, that is logged and no more. */
  set(id: string | null): void;
}

export function createRememberedSession(device: DeviceStore, dataKey: Buffer, log: Logger): RememberedSession {
  const key = deriveKey(dataKey, 'stay signed in');
  const write = (id: string | null) => {
    if (id) device.set(NAME, seal(key, Buffer.from(id), NAME).toString('base64'));
    else if (device.get(NAME) !== undefined) device.delete(NAME);
  };
  return {
    take() {
      const sealed = device.get(NAME);
      if (typeof sealed !== 'string') return null;
      return unseal(key, Buffer.from(sealed, 'base64'), NAME)?.toString() ?? null;
    },
    set(id) {
      try {
        write(id);
      } catch (error) {
        if (!isUnwritable(error)) throw error;
        log.warn({ event: 'stay signed in' }, 'the next start will not know of it');
      }
    },
  };
}
