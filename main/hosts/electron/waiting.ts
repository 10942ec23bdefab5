import { BrowserWindow } from 'electron';
import { openPlain } from './plainWindow.ts';

const STYLE = ':root { color-scheme: light dark } body { font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem }';

/**
 * A sheet that says what is being done, over windows that can do nothing meanwhile; it stands until the program starts
 * again. Answers how to say how far it is, from 0 to 1.
 */
export function showWaiting(title: string, text: string): (part: number) => void {
  const windows = BrowserWindow.getAllWindows();
  const page = `<!doctype html><title>${title}</title><style>${STYLE}</style><p>${text}</p>`;
  openPlain(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`, {
    ...(windows[0] ? { parent: windows[0], modal: true } : {}),
    width: 480,
    height: 150,
    title,
    closable: false,
    resizable: false,
    minimizable: false,
  });
  for (const window of windows) window.setEnabled(false);
  return (part) => {
    for (const window of windows) window.setProgressBar(part);
  };
}
