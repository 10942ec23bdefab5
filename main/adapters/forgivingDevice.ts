import type { DeviceStore } from '#main/ports.ts';

/**
 * Device values are comfort: one that cannot be written, as on a full disk, is kept in memory for this run and stops
 * nobody. What has to be known as written goes to the store itself.
 */
export function forgivingDevice(store: DeviceStore): DeviceStore {
  const unwritten = new Map<string, unknown>();
  const keep = (key: string, value: unknown, write: () => void) => {
    try {
      write();
      unwritten.delete(key);
    } catch (error) {
      // Only what the system refused; a value that is none is a mistake of ours.
      if (!(error instanceof Error && 'code' in error)) throw error;
      unwritten.set(key, value);
    }
  };
  return {
    get: (key) => (unwritten.has(key) ? unwritten.get(key) : store.get(key)),
    set: (key, value) => keep(key, value, () => store.set(key, value)),
    delete: (key) => keep(key, undefined, () => store.delete(key)),
  };
}
