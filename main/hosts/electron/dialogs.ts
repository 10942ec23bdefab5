import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { BrowserWindow, dialog } from 'electron';
import type { Dialogs } from '#main/ports.ts';
import { translate } from '#main/texts.ts';

export const systemDialogs: Dialogs = {
  async chooseToOpen({ what, extensions }) {
    const options: Electron.OpenDialogOptions = {
      properties: [what === 'folder' ? 'openDirectory' : 'openFile'],
      filters: what === 'file' ? [{ name: extensions.join(', '), extensions }] : [],
    };
    const parent = BrowserWindow.getFocusedWindow();
    const { filePaths } = await attended(
      parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options),
    );
    return filePaths[0] ?? null;
  },
};

const HEARTBEAT_MS = 100;
const PATIENCE_MS = 3000;

/**
 * Waits for the system's dialog. On Linux an answer can lie unnoticed until something else happens, so something does; and
 * the dialog is still being closed when the answer comes, so whoever leaves the program then takes it along in pieces.
 */
export async function attended<T>(answer: Promise<T>): Promise<T> {
  const heartbeat = setInterval(() => undefined, HEARTBEAT_MS);
  try {
    const given = await answer;
    await pause(HEARTBEAT_MS);
    return given;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * A question with our own buttons, over a window of ours where there is one: that in front unless another is named. Enter
 * takes the first, Escape the last; answers which.
 */
export async function ask(
  question: Electron.MessageBoxOptions & { buttons: string[] },
  over?: BrowserWindow,
): Promise<number> {
  const options = {
    title: translate('common.product'),
    defaultId: 0,
    cancelId: question.buttons.length - 1,
    noLink: true,
    ...question,
  };
  const parent = over ?? (await shownWindow());
  const { response } = await attended(parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
  return response;
}

/** The window in front, once it can be seen: one that comes up later would cover the question. */
async function shownWindow(): Promise<BrowserWindow | undefined> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window && !window.isVisible()) await Promise.race([once(window, 'show'), pause(PATIENCE_MS)]);
  return window;
}
