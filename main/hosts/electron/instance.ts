import { app, BrowserWindow } from 'electron';
import { LINK_SCHEME, placeOfLink } from '#main/links.ts';
import { goIn } from './window.ts';

/**
 * True for the first program on this data folder; it gets the links of the later ones, and of the system. A later one hands
 * its link over and has to leave.
 */
export function isFirst(link: string | null): boolean {
  if (!app.requestSingleInstanceLock({ link })) return false;
  app.on('second-instance', (_event, _words, _folder, data) => show((data as { link?: unknown } | null)?.link));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    show(url);
  });
  return true;
}

/** On Windows the installer leaves the scheme to the program, for this user; elsewhere the package registers it. */
export function registerLinks(): void {
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient(LINK_SCHEME);
}

/** Brings a window to the front, on the place a link leads to if it leads anywhere. */
function show(link: unknown): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
  const place = typeof link === 'string' ? placeOfLink(link) : null;
  if (place) goIn(place);
}
