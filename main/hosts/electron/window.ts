import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import * as z from 'zod';
import type { DeviceStore } from '#main/ports.ts';
import { programRoot } from '#main/root.ts';
import { PAGE_ORIGIN } from './scheme.ts';
import { askBeforeLosingChanges } from './unsaved.ts';

const SMALLEST = { width: 900, height: 600 };
const bounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(SMALLEST.width),
  height: z.int().min(SMALLEST.height),
  maximised: z.boolean(),
});

/** Opens a window on a place inside the app, where and as large as the last one was. */
export function openWindow(device: DeviceStore, path = '/'): BrowserWindow {
  const place = rememberedPlace(device);
  const window = new BrowserWindow({
    ...(place ?? { width: 1360, height: 860 }),
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
  if (place?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlaceOf(window, device);
  askBeforeLosingChanges(window.webContents);
  void window.loadURL(`${PAGE_ORIGIN}${path}`);
  return window;
}

/** The stored place, unless the screen it was on is gone. */
function rememberedPlace(device: DeviceStore) {
  const stored = bounds.safeParse(device.get('window'));
  if (!stored.success) return null;
  const { x, y, width, height } = stored.data;
  const area = screen.getDisplayMatching({ x, y, width, height }).workArea;
  const visible =
    x < area.x + area.width - 100 && x + width > area.x + 100 && y >= area.y - 10 && y < area.y + area.height - 100;
  return visible ? stored.data : null;
}

function rememberPlaceOf(window: BrowserWindow, device: DeviceStore): void {
  window.on('close', () => device.set('window', { ...window.getNormalBounds(), maximised: window.isMaximized() }));
}
