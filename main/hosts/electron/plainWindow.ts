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
  void window.loadURL(address);
  return window;
}
