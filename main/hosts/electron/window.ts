import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { DeviceStore } from '#main/ports.ts';
import { programRoot } from '#main/root.ts';
import { PAGE_ORIGIN } from './origin.ts';
import { forgetHistory, keepOnOurPages } from './restrictions.ts';
import { askBeforeLosingChanges } from './unsaved.ts';

const USUAL = { width: 1360, height: 860 };
const SMALLEST = { width: 900, height: 600 };
/** How far a further window stands off the one it was opened from. */
const STEP = 32;

interface StoredPlace extends Electron.Rectangle {
  maximised: boolean;
}

/**
 * Opens a window on a place inside the app, where and as large as the last one was, or beside the one in front. It shows
 * itself once its page can be seen and `furnish` has put up the menu, which takes some of its height.
 */
export function openWindow(device: DeviceStore, furnish: () => Promise<unknown>, path = '/'): BrowserWindow {
  const { maximised, ...place } = placeFor(device);
  const window = new BrowserWindow({
    ...place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Clinic Desk',
    // Windows and macOS take the icon of the program itself.
    ...(process.platform === 'linux' ? { icon: join(programRoot, 'assets', 'icons', '256x256.png') } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#12181a' : '#f7f8f8',
    webPreferences: {
      preload: join(programRoot, 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      experimentalFeatures: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => void furnish().then(() => window.isDestroyed() || window.show()));
  rememberPlaceOf(window, device);
  askBeforeLosingChanges(window);
  keepOnOurPages(window.webContents);
  forgetHistory(window.webContents);
  // A window that is closed while its page comes up is no fault.
  window.loadURL(`${PAGE_ORIGIN}${path}`).catch(() => undefined);
  return window;
}

interface WindowBounds extends Partial<Electron.Point>, Electron.Size {
  maximised: boolean;
}

/** Beside the window in front, else where the last one was; where that screen is gone, as large as it was. */
function placeFor(device: DeviceStore): WindowBounds {
  const front = BrowserWindow.getFocusedWindow();
  const stored = front ? offTo(placeOf(front)) : storedPlace(device);
  if (stored && isVisible(stored)) return stored;
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const size = stored ?? USUAL;
  return {
    width: Math.min(size.width, width),
    height: Math.min(size.height, height),
    maximised: stored?.maximised ?? false,
  };
}

/** What the last window left; null for what is no place of a window, since the file lies open on the computer. */
function storedPlace(device: DeviceStore): StoredPlace | null {
  const { x, y, width, height, maximised } = (device.get('window') ?? {}) as Partial<
    Record<keyof StoredPlace, unknown>
  >;
  const isPlace = [x, y, width, height].every(Number.isInteger) && typeof maximised === 'boolean';
  const place = { x, y, width, height, maximised } as StoredPlace;
  return isPlace && place.width >= SMALLEST.width && place.height >= SMALLEST.height ? place : null;
}

const offTo = (place: StoredPlace): StoredPlace => ({ ...place, x: place.x + STEP, y: place.y + STEP });

/** Enough of its upper edge is on a screen to take hold of. */
function isVisible({ x, y, width, height }: StoredPlace): boolean {
  const area = screen.getDisplayMatching({ x, y, width, height }).workArea;
  return (
    x < area.x + area.width - 100 && x + width > area.x + 100 && y >= area.y - 10 && y < area.y + area.height - 100
  );
}

const placeOf = (window: BrowserWindow): StoredPlace => ({
  ...window.getNormalBounds(),
  maximised: window.isMaximized(),
});

function rememberPlaceOf(window: BrowserWindow, device: DeviceStore): void {
  window.on('close', () => device.set('window', placeOf(window)));
}

/** Takes the focused window to a place in the app, by the page's own router. */
export function goIn(path: string): void {
  frontWindow()?.webContents.send('clinic-desk:go', path);
}

/** The window somebody works in, or else one of them. */
export const frontWindow = (): BrowserWindow | null =>
  BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null;
