import { BrowserWindow, dialog, type WebContents } from 'electron';
import { translate } from '#main/texts.ts';

/** A page with unsaved changes holds its window open; without this question Electron would do so without a word. */
export function askBeforeLosingChanges(contents: WebContents): void {
  contents.on('will-prevent-unload', (event) => {
    const window = BrowserWindow.fromWebContents(contents);
    if (!window) return;
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: translate('leaving.message'),
      detail: translate('leaving.detail'),
      buttons: [translate('leaving.keep'), translate('leaving.discard')],
      defaultId: 0,
      cancelId: 0,
    });
    // Preventing the prevention lets the window close.
    if (choice === 1) event.preventDefault();
  });
}
