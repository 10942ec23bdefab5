import * as z from 'zod';
import type { Clock, DeviceStore } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';
import { deriveKey } from './secrets.ts';
import { createSigner } from './signing.ts';

const MOST_NAMES = 100;
const MOST_CHARACTERS = 4_096;
/** Beside the values that main keeps for itself, which pages never reach. */
const PLACE = 'values';

const entry = z.object({ value: z.unknown(), setAt: z.number(), until: z.number().nullable(), signed: z.boolean() });
const entries = z.record(z.string(), entry);
type Entry = z.infer<typeof entry>;

export type DeviceValue = { state: 'ok'; value: unknown } | { state: 'missing' | 'expired' | 'tampered'; value: null };

/** Small values of this computer: expiry, age and signatures as cookies have them. */
export interface DeviceValues {
  get(name: string, options?: { salt?: string | undefined; maxAge?: number | undefined }): DeviceValue;
  set(name: string, value: unknown, options?: SetOptions): void;
  delete(name: string): void;
}

export interface SetOptions {
  salt?: string | undefined;
  /** Seconds; 0 deletes. */
  maxAge?: number | undefined;
  expiresAt?: number | undefined;
}

export function createDeviceValues(device: DeviceStore, clock: Clock, dataKey: Buffer): DeviceValues {
  const signer = createSigner(deriveKey(dataKey, 'device values'), clock);
  const all = (): Record<string, Entry> => entries.catch({}).parse(device.get(PLACE));
  const saltOf = (name: string, salt: string) => `${name} ${salt}`;
  const remove = (name: string) => {
    const { [name]: gone, ...rest } = all();
    if (gone) device.set(PLACE, rest);
  };

  return {
    get(name, { salt, maxAge } = {}) {
      const found = Object.entries(all()).find(([key]) => key === name)?.[1];
      if (!found) return { state: 'missing', value: null };
      // Unsigned where a signature is asked for, or the reverse: not what was stored under this name.
      if (found.signed !== (salt !== undefined)) return { state: 'tampered', value: null };
      const opened = open(found, salt === undefined ? undefined : saltOf(name, salt));
      if (!opened) return { state: 'tampered', value: null };
      const now = clock.now();
      const tooOld = maxAge !== undefined && now - opened.setAt >= maxAge * 1000;
      if (tooOld || (opened.until !== null && opened.until <= now)) return { state: 'expired', value: null };
      return { state: 'ok', value: opened.value };
    },
    set(name, value, { salt, maxAge, expiresAt } = {}) {
      if (JSON.stringify(value).length > MOST_CHARACTERS) throw new Refusal('TOO_LARGE');
      const now = clock.now();
      const until = maxAge !== undefined ? now + maxAge * 1000 : (expiresAt ?? null);
      if (until !== null && until <= now) return remove(name);
      const others = Object.entries(all()).filter(([key, kept]) => key !== name && (kept.until ?? now + 1) > now);
      if (others.length >= MOST_NAMES) throw new Refusal('TOO_LARGE');
      // The time it holds is signed with the value, or somebody could lengthen it.
      const stored = salt === undefined ? value : signer.sign({ value, until }, saltOf(name, salt));
      const made: Entry = { value: stored, setAt: now, until, signed: salt !== undefined };
      device.set(PLACE, Object.fromEntries([...others, [name, made]]));
    },
    delete: remove,
  };

  function open(
    found: Entry,
    salt: string | undefined,
  ): { value: unknown; setAt: number; until: number | null } | null {
    if (salt === undefined) return found;
    const unsigned = signer.unsign(found.value, salt);
    if (unsigned.state === 'tampered') return null;
    const { value, until } = unsigned.value as { value: unknown; until: number | null };
    return { value, until, setAt: unsigned.signedAt };
  }
}
