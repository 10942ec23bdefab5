import { hostname } from 'node:os';
import { app, BrowserWindow, Menu } from 'electron';
import { systemClock } from '#main/adapters/clock.ts';
import { forgivingDevice } from '#main/adapters/forgivingDevice.ts';
import { placeOfLink } from '#main/links.ts';
import { rendererFolder } from '#main/root.ts';
import { newStation } from '#main/services/stations.ts';
import { electronDevice } from './device.ts';
import { startAgainAfterFaults, tellOfFault } from './faults.ts';
import { type Installation, keepFolder } from './installation.ts';
import { acceptPorts } from './ports.ts';
import { restrictWebContents, showAgainAfterEnd } from './restrictions.ts';
import { serveMedia, servePage } from './scheme.ts';
import { proveIntact } from './start.ts';
import { goIn, openWindow } from './window.ts';

/**
 * Opens the desktop app once Electron is ready: the window first, then what stands behind it -- the larger part of the
 * program, which is loaded while the window comes up.
 */
export async function openDesktop(asked: Installation, link: string | null): Promise<void> {
  const place = asked.isOpen ? await settle(asked) : asked;
  const written = electronDevice(app.getPath('userData'));
  const device = forgivingDevice(written);
  const station = newStation('desktop', hostname(), 'local', true);
  tellOfFault(device, station);
  const dataIsOpen = startAgainAfterFaults(written, place);
  const intact = proveIntact(true);
  const loadTheRest = once(() => import('./afterFirstWindow.ts'));
  const opening = once(async () => {
    const { forgetCopied, openUntilItOpens } = await loadTheRest();
    await intact;
    const desktop = await openUntilItOpens(place, device);
    forgetCopied(desktop.services, station);
    return desktop;
  });
  const furnish = once(async () => {
    const { buildMenu, offerMove, saveReport, showAbout } = await loadTheRest();
    const actions = {
      newWindow: () => newWindow(),
      go: goIn,
      moveData: async () => offerMove(await opening(), station),
      saveReport: () => saveReport(place.folder),
      about: showAbout,
    };
    Menu.setApplicationMenu(buildMenu(actions, !app.isPackaged));
  });
  const newWindow = (path?: string) => {
    const window = openWindow(device, furnish, path);
    const told = async (reason: string) => (await opening()).log.error({ reason }, 'page ended');
    showAgainAfterEnd(window.webContents, systemClock, (reason) => void told(reason));
    return window;
  };

  restrictWebContents(station, systemClock);
  servePage(rendererFolder);
  serveMedia(async (path) => (await loadTheRest()).readPicture(await opening(), { id: 'pictures', station }, path));
  acceptPorts({
    accepted: async (port, page) => (await loadTheRest()).serve(port, page, opening(), station),
    refused: async (reason) => (await opening()).log.warn({ reason }, 'port refused'),
  });
  newWindow(placeOfLink(link ?? '') ?? '/').once('show', async () => {
    const milliseconds = Math.round(Date.now() - (process.getCreationTime() ?? Date.now()));
    (await opening()).log.info({ milliseconds }, 'window shown');
  });
  void opening().then(dataIsOpen);
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && newWindow());
}

/** What is begun at the first call and then shared by all. */
function once<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => {
    begun ??= begin();
    return begun;
  };
}

/** The first start on this computer: somebody says where the data lives, or leaves. */
async function settle(place: Installation): Promise<Installation> {
  const { chooseFolder } = await import('./chooseFolder.ts');
  const folder = await chooseFolder();
  if (folder === null) {
    app.exit();
    return new Promise(() => undefined);
  }
  keepFolder(folder);
  return { ...place, folder };
}
