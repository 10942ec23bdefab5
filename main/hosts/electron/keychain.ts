import { safeStorage } from 'electron';
import { fileKeychain, type Keychain } from '#main/folders/keychain.ts';

/**
 * The system's keychain where there is a real one. On Linux Electron may fall back to a password that is the same
 * everywhere (`basic_text`); that is no keychain, and the plain file says so more honestly.
 */
export function systemKeychain(): Keychain {
  const usable = safeStorage.isEncryptionAvailable() && !(process.platform === 'linux' && isFallback());
  if (!usable) return fileKeychain;
  return {
    kind: 'system',
    wrap: async (key) => safeStorage.encryptString(key.toString('base64')),
    unwrap: async (wrapped) => Buffer.from(safeStorage.decryptString(wrapped), 'base64'),
  };
}

const isFallback = () => ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
