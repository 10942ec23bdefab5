import { BrowserWindow, dialog } from 'electron';
import type { Dialogs } from '#main/ports.ts';

export const systemDialogs: Dialogs = {
  async chooseToOpen({ what, extensions }) {
    const options: Electron.OpenDialogOptions = {
      properties: [what === 'folder' ? 'openDirectory' : 'openFile'],
      filters: what === 'file' ? [{ name: extensions.join(', '), extensions }] : [],
    };
    const parent = BrowserWindow.getFocusedWindow();
    const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  },
};
