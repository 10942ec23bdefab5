import { app } from 'electron';
import { runClinic, unknownOptions } from '#main/cli/program.ts';
import { runIn } from '#main/cli/terminal.ts';
import { electronImages } from './images.ts';
import { findInstallation, keepFolder, keychainFor } from './installation.ts';
import { proveIntact, refuseSwitches } from './start.ts';

/**
 * Runs a management command in the installed app, without a window, and ends the process with its exit code. Electron gets
 * ready only after the program's first module has run to its end, and never where there is no display: there this must be
 * awaited, elsewhere it must not be.
 */
export async function runInTerminal(words: readonly string[]): Promise<void> {
  // At once: a moment later Chromium does what it reads there, options of a command being switches to it.
  refuseSwitches(unknownOptions(words));
  const { folder } = findInstallation(null);
  // The system's keychain answers only once Electron is ready.
  if (hasDisplay()) await app.whenReady();
  await proveIntact(false);
  runIn({ folder, keychain: keychainFor(folder), images: electronImages, keepFolder });
  await runClinic(words);
  app.exit(Number(process.exitCode ?? 0));
}

/** False on a Linux without X and Wayland: a server, or a shell from afar. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
