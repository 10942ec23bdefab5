import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import * as z from 'zod';
import type { DeviceStore } from '#main/ports.ts';
import { programRoot } from '#main/root.ts';
import { PAGE_ORIGIN } from './scheme.ts';
import { askBeforeLosingChanges } from './unsaved.ts';

const USUAL = { width: 1360, height: 860 };
const SMALLEST = { width: 900, height: 600 };
/** How far a further window stands off the one it was opened from. */
const STEP = 32;
const bounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(SMALLEST.width),
  height: z.int().min(SMALLEST.height),
  maximised: z.boolean(),
});
type StoredPlace = z.infer<typeof bounds>;

/** Opens a window on a place inside the app, where and as large as the last one was, or beside the one in front. */
export function openWindow(device: DeviceStore, path = '/'): BrowserWindow {
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
  window.once('ready-to-show', () => window.show());
  rememberPlaceOf(window, device);
  askBeforeLosingChanges(window.webContents);
  void window.loadURL(`${PAGE_ORIGIN}${path}`);
  return window;
}

interface Place extends Partial<Electron.Point>, Electron.Size {
  maximised: boolean;
}

/** Beside the window in front, else where the last one was; where that screen is gone, as large as it was. */
function placeFor(device: DeviceStore): Place {
  const front = BrowserWindow.getFocusedWindow();
  const stored = front ? offTo(placeOf(front)) : bounds.safeParse(device.get('window')).data;
  if (stored && isVisible(stored)) return stored;
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const size = stored ?? USUAL;
  return {
    width: Math.min(size.width, width),
    height: Math.min(size.height, height),
    maximised: stored?.maximised ?? false,
  };
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
