import { app, dialog } from 'electron';
import { translate } from '#main/texts.ts';
import { findTampering } from './integrity.ts';

/** What the process ends with, besides 0 and 1 (told in words). */
const EXIT = { debugging: 2, tampered: 3 } as const;

/** A packed program shows itself to no debugger, whoever asks. Leaves the process. */
export function refuseDebugging(switches: readonly string[]): void {
  if (!app.isPackaged || switches.length === 0) return;
  process.stderr.write(`${translate('program.debugging', { switches: switches.join(' ') })}\n`);
  process.exit(EXIT.debugging);
}

/** Resolves when the program's files are as they were built; otherwise says so and leaves. To be awaited before native code. */
export async function proveIntact(hasWindow: boolean): Promise<void> {
  const changed = await findTampering().catch((error: Error) => [error.message]);
  if (changed.length === 0) return;
  const [title, text] = [
    translate('program.tampered'),
    translate('program.tamperedText', { files: changed.join(', ') }),
  ];
  process.stderr.write(`${title} ${text}\n`);
  if (hasWindow) {
    await app.whenReady();
    dialog.showErrorBox(title, text);
  }
  app.exit(EXIT.tampered);
  // Nothing after this may run, and leaving takes Electron a moment.
  await new Promise(() => undefined);
}
