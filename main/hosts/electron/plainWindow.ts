import { BrowserWindow } from 'electron';

/** A window with text to read: no script, no bridge, no menu. */
export function openPlain(address: string, options: Electron.BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  });
  window.removeMenu();
  // A window that is closed while its page comes up is no fault.
  window.loadURL(address).catch(() => undefined);
  return window;
}
