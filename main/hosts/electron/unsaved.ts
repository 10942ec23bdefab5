import type { BrowserWindow } from 'electron';
import { translate } from '#main/texts.ts';

/**
 * A page with unsaved changes holds its window open; it then puts the question itself, and every other window goes on.
 * Where the question is not answered and the window is closed once more, the system asks: no page keeps a window open.
 */
export function askBeforeLosingChanges(window: BrowserWindow): void {
  const { webContents: page } = window;
  let isClosing = false;
  let isAsked = false;
  window.on('close', () => {
    isClosing = true;
  });
  page.on('input-event', (_event, { type }) => {
    if (type === 'mouseDown' || type === 'rawKeyDown') isAsked = false;
  });
  page.on('will-prevent-unload', (event) => {
    // Loaded anew, the page has what was typed back as a draft.
    if (!isClosing) return event.preventDefault();
    isClosing = false;
    if (isAsked) return void closeAnyway(window);
    isAsked = true;
    window.focus();
    page.send('clinic-desk:closing');
  });
}

async function closeAnyway(window: BrowserWindow): Promise<void> {
  const { ask } = await import('./dialogs.ts');
  const answer = await ask(
    {
      type: 'question',
      message: translate('leaving.message'),
      detail: translate('leaving.detail'),
      buttons: [translate('leaving.discard'), translate('leaving.keep')],
      defaultId: 1,
    },
    window,
  );
  if (answer === 0 && !window.isDestroyed()) window.destroy();
}
