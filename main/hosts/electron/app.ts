import { hostname } from 'node:os';
import { app, BrowserWindow, Menu } from 'electron';
import { systemClock } from '#main/adapters/clock.ts';
import { placeOfLink } from '#main/links.ts';
import { rendererFolder } from '#main/root.ts';
import { newSeat } from '#main/services/seats.ts';
import { chooseFolder } from './chooseFolder.ts';
import { electronDevice } from './device.ts';
import { saveReport, showAbout } from './help.ts';
import { buildMenu, goIn } from './menu.ts';
import { offerMove } from './moveFolder.ts';
import { openUntilItOpens } from './opening.ts';
import { keepFolder, type Place } from './place.ts';
import { acceptPorts } from './ports.ts';
import { serveMedia, servePage } from './scheme.ts';
import { proveIntact } from './start.ts';
import { raiseWalls } from './walls.ts';
import { openWindow } from './window.ts';

/** Opens the desktop app once Electron is ready: the window first, the data while it loads. */
export async function openDesktop(asked: Place, link: string | null): Promise<void> {
  const place = asked.isOpen ? await settle(asked) : asked;
  const device = electronDevice(app.getPath('userData'));
  const seat = newSeat('desktop', hostname(), 'local', true);
  const opening = proveIntact(true).then(() => openUntilItOpens(place, device));
  raiseWalls(seat, systemClock);
  servePage(rendererFolder);
  serveMedia(opening, seat);
  acceptPorts(opening, seat, (reason) => void opening.then(({ log }) => log.warn({ reason }, 'port refused')));
  const newWindow = (path?: string) => openWindow(device, path);
  Menu.setApplicationMenu(
    buildMenu(
      {
        newWindow: () => newWindow(),
        go: goIn,
        moveData: () => void opening.then((data) => offerMove(data, place)),
        saveReport: () => void saveReport(place.folder),
        about: () => void showAbout(),
      },
      !app.isPackaged,
    ),
  );
  newWindow(placeOfLink(link ?? '') ?? '/').once('show', () => {
    const milliseconds = Math.round(Date.now() - (process.getCreationTime() ?? Date.now()));
    void opening.then(({ log }) => log.info({ milliseconds }, 'window shown'));
  });
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && newWindow());
}

/** The first start on this computer: somebody says where the data lives, or leaves. */
async function settle(place: Place): Promise<Place> {
  const folder = await chooseFolder();
  if (folder === null) {
    app.exit();
    return new Promise(() => undefined);
  }
  keepFolder(folder);
  return { ...place, folder };
}
