import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { DeviceStore } from '#main/ports.ts';

/** Device values in a JSON file beside the data, for hosts without electron-store. An unreadable file counts as empty. */
export function deviceFile(file: string): DeviceStore {
  const values = new Map<string, unknown>(Object.entries(readObject(file)));
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(values), null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    get: (key) => values.get(key),
    set(key, value) {
      values.set(key, value);
      save();
    },
    delete(key) {
      values.delete(key);
      save();
    },
  };
}

function readObject(file: string): object {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
