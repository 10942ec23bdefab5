import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { fileKeychain, type Keychain } from '#main/folders/keychain.ts';
import { defaultDataFolder, isShared } from '#main/folders/places.ts';
import type { DeviceStore } from '#main/ports.ts';
import { electronDevice } from './device.ts';
import { systemKeychain } from './keychain.ts';

/** Which data folder this start is on. */
export interface Installation {
  readonly folder: string;
  /** Somebody has to be asked first: this computer has no folder yet. */
  readonly isOpen: boolean;
  /** Given by `--data`, so that nothing is kept. */
  readonly isGiven: boolean;
}

const KEY = 'dataFolder';

/**
 * The folder of `--data`, else the kept one, else the default one; a packed program without any of the first two asks.
 * Every folder but the kept one gets a profile of Electron's own, since the profile is what one instance holds: one instance
 * a data folder. To be called before Electron is ready.
 */
export function findInstallation(given: string | null): Installation {
  const kept = keptFolder(homeDevice());
  const asks = app.isPackaged || process.env.CLINIC_ASK_FOLDER === '1';
  if (given === null) return { folder: kept ?? defaultDataFolder(), isOpen: asks && kept === null, isGiven: false };
  const folder = resolve(given);
  if (folder !== (kept ?? defaultDataFolder())) app.setPath('userData', profileOf(folder));
  return { folder, isOpen: false, isGiven: true };
}

/** Makes a folder the one this computer opens from now on. */
export function keepFolder(folder: string): void {
  homeDevice().set(KEY, resolve(folder));
}

/** The keychain a folder's key belongs in. */
export function keychainFor(folder: string): Keychain {
  return isShared(folder) ? fileKeychain : systemKeychain();
}

const home = app.getPath('userData');
const homeDevice = (): DeviceStore => electronDevice(home);

function keptFolder(device: DeviceStore): string | null {
  const stored = device.get(KEY);
  return typeof stored === 'string' && stored !== '' ? stored : null;
}

const profileOf = (folder: string) =>
  join(home, 'folders', createHash('sha256').update(folder).digest('hex').slice(0, 16));
