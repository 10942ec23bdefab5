import { app, dialog } from 'electron';
import { DEBUGGING } from '#main/commandLine.ts';
import { translate } from '#main/texts.ts';
import { findTampering } from './integrity.ts';

/** What the process ends with, besides 0 and 1 (told in words). */
const EXIT = { switches: 2, tampered: 3 } as const;

/** A packed program starts with no switch it does not know, and shows itself to no debugger. Leaves the process. */
export function refuseSwitches(unknown: readonly string[]): void {
  if (!app.isPackaged) return;
  const refused = unknown.length > 0 ? unknown : DEBUGGING.filter((name) => app.commandLine.hasSwitch(name));
  if (refused.length === 0) return;
  process.stderr.write(`${translate('program.switches', { switches: refused.join(' ') })}\n`);
  process.exit(EXIT.switches);
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
