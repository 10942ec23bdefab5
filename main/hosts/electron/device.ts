import ElectronStore from 'electron-store';
import type { DeviceStore } from '#main/ports.ts';

/** Device values in Electron's own folder for this app. */
export function electronDevice(folder: string): DeviceStore {
  const store = new ElectronStore<Record<string, unknown>>({
    name: 'device',
    cwd: folder,
    clearInvalidConfig: true,
    configFileMode: 0o600,
  });
  return {
    get: (key) => store.get(key),
    set: (key, value) => store.set(key, value),
    delete: (key) => store.delete(key),
  };
}
