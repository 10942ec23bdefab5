import { app } from 'electron';
import { runClinic } from '#main/cli/program.ts';
import { runIn } from '#main/cli/terminal.ts';
import { electronImages } from './images.ts';
import { findPlace, keepFolder, keychainFor } from './place.ts';

/** Runs a management command in the installed app, without a window, and ends the process with its exit code. */
export async function runInTerminal(words: readonly string[]): Promise<void> {
  const { folder } = findPlace(null);
  // The system's keychain answers only once Electron is ready, and without a display it never gets there.
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) await app.whenReady();
  runIn({ folder, keychain: keychainFor(folder), images: electronImages, keepFolder });
  await runClinic(words);
  app.exit(Number(process.exitCode ?? 0));
}
