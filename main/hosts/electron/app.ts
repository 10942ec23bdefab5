import { hostname } from 'node:os';
import { app, BrowserWindow, dialog, Menu } from 'electron';
import { systemClock } from '#main/adapters/clock.ts';
import { argon2Hasher } from '#main/adapters/hasher.ts';
import { logFolder, openLog } from '#main/adapters/log.ts';
import { type Backend, createBackend } from '#main/backend.ts';
import { defaultDataFolder, openDataFolder } from '#main/dataFolder.ts';
import { explainOpening } from '#main/opening.ts';
import { rendererFolder } from '#main/root.ts';
import { newSeat } from '#main/services/seats.ts';
import { electronDevice } from './device.ts';
import { systemDialogs } from './dialogs.ts';
import { electronImages } from './images.ts';
import { systemKeychain } from './keychain.ts';
import { buildMenu, goIn } from './menu.ts';
import { acceptPorts } from './ports.ts';
import { serveMedia, servePage } from './scheme.ts';
import { raiseWalls } from './walls.ts';
import { openWindow } from './window.ts';

/** Starts the desktop app once Electron is ready: the window first, the data while it loads. */
export async function startDesktop(folder = defaultDataFolder()): Promise<void> {
  const device = electronDevice(app.getPath('userData'));
  const seat = newSeat('desktop', hostname(), 'local', true);
  const opening = openBackend(folder);
  raiseWalls(seat, systemClock);
  servePage(rendererFolder);
  serveMedia(opening, seat);
  acceptPorts(opening, seat, (reason) => void opening.then(({ log }) => log.warn({ reason }, 'port refused')));
  const newWindow = () => openWindow(device);
  Menu.setApplicationMenu(buildMenu({ newWindow, go: goIn }, !app.isPackaged));
  newWindow();
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && newWindow());

  async function openBackend(path: string): Promise<Backend & { log: ReturnType<typeof openLog> }> {
    try {
      const data = await openDataFolder(path, systemKeychain());
      const log = openLog(logFolder(path), { console: !app.isPackaged });
      const backend = await createBackend(data.db, {
        clock: systemClock,
        hasher: argon2Hasher,
        images: electronImages,
        device,
        dialogs: systemDialogs,
        log,
        workstation: hostname(),
        appVersion: app.getVersion(),
        dataKey: data.key,
        keyInFile: data.keyInFile,
      });
      closeAtQuit(backend, data.unlock);
      return { ...backend, log };
    } catch (error) {
      const { title, sentence } = explainOpening(error, path);
      dialog.showErrorBox(title, sentence);
      app.exit(1);
      throw error;
    }
  }
}

/** Holds the quit back until everything pending is on disk. */
function closeAtQuit(backend: Backend, unlock: () => void): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void backend.close().finally(() => {
      unlock();
      app.exit();
    });
  });
}
