import { nodeImages } from '#main/adapters/images/node.ts';
import { fileKeychain, type Keychain } from '#main/folders/keychain.ts';
import { defaultDataFolder } from '#main/folders/places.ts';
import type { ImageProcessor } from '#main/ports.ts';

/** What commands take from where they run: Node by itself, or the installed app. */
export interface Terminal {
  /** The data folder, unless `--data` names another one. */
  readonly folder: string;
  readonly keychain: Keychain;
  readonly images: ImageProcessor;
  /** Makes a folder the one that is opened from now on; null where no choice is kept. */
  readonly keepFolder: ((folder: string) => void) | null;
}

let current: Terminal | undefined;

/** Where the commands of this process run. */
export function terminal(): Terminal {
  current ??= { folder: defaultDataFolder(), keychain: fileKeychain, images: nodeImages, keepFolder: null };
  return current;
}

/** To be called by another host than Node, before any command. */
export function runIn(host: Terminal): void {
  current = host;
}
