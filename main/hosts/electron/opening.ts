import { hostname } from 'node:os';
import { app } from 'electron';
import type { Logger } from 'pino';
import { systemClock } from '#main/adapters/clock.ts';
import { argon2Hasher } from '#main/adapters/hasher.ts';
import { logFolder, openLog } from '#main/adapters/log.ts';
import { logFiles } from '#main/adapters/logFiles.ts';
import { type Backend, createBackend } from '#main/backend.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { explainOpening } from '#main/folders/opening.ts';
import { shareWithGroup } from '#main/folders/share.ts';
import type { DeviceStore } from '#main/ports.ts';
import { openingSignals } from '#main/services/receivers.ts';
import { migrationSignals } from '#main/services/signals.ts';
import { translate } from '#main/texts.ts';
import { chooseFolder } from './chooseFolder.ts';
import { noteCopied } from './copied.ts';
import { ask, systemDialogs } from './dialogs.ts';
import { saveReport } from './help.ts';
import { electronImages } from './images.ts';
import { type Installation, keychainFor } from './installation.ts';
import { folderMover } from './moveFolder.ts';
import { startOn } from './relaunch.ts';

export interface OpenDesktop extends Backend {
  readonly log: Logger;
  /** Closes the data before its time; quitting then closes nothing twice. */
  release(): Promise<void>;
}

/** Opens the data folder; when that fails, explains it and does as told: once more, another folder, or leave. */
export async function openUntilItOpens(place: Installation, device: DeviceStore): Promise<OpenDesktop> {
  for (;;) {
    try {
      return await open(place, device);
    } catch (error) {
      await explain(error, place);
    }
  }
}

async function open(place: Installation, device: DeviceStore): Promise<OpenDesktop> {
  const { folder } = place;
  const { signals, logTo } = openingSignals();
  const data = await openDataFolder(folder, keychainFor(folder), migrationSignals(signals));
  const log = openLog(logFolder(folder), { console: !app.isPackaged });
  logTo(log);
  shareWithGroup(folder);
  const ports = {
    clock: systemClock,
    hasher: argon2Hasher,
    images: electronImages,
    device,
    dialogs: systemDialogs,
    noteCopied,
    mover: folderMover(place, () => release()),
    log,
    logs: logFiles(logFolder(folder)),
    workstation: hostname(),
    appVersion: app.getVersion(),
    dataKey: data.key,
    keyInFile: data.keyInFile,
  };
  const backend = await createBackend(data.db, ports, signals);
  const close = () => backend.close().finally(data.unlock);
  const release = closeAtQuit(close);
  return { ...backend, log, release };
}

/** Returns when it shall be tried again; every other answer leaves this process. */
async function explain(error: unknown, place: Installation): Promise<void> {
  const { title, sentence } = explainOpening(error, place.folder);
  for (;;) {
    const answer = await ask({
      type: 'error',
      message: title,
      detail: sentence,
      buttons: (['tryAgain', 'another', 'report', 'quit'] as const).map((key) => translate(`opening.button.${key}`)),
    });
    if (answer === 0) return;
    if (answer === 1) {
      const folder = await chooseFolder();
      if (folder) await leave(() => startOn(folder, place));
    } else if (answer === 2) await saveReport(place.folder);
    else await leave(() => app.exit(1));
  }
}

/** Nothing after leaving may run, and leaving takes Electron a moment. */
async function leave(by: () => void): Promise<never> {
  by();
  return new Promise(() => undefined);
}

/** Holds the quit back until everything pending is on disk; answers how to do it earlier. */
function closeAtQuit(close: () => Promise<void>): () => Promise<void> {
  const atQuit = (event: Electron.Event) => {
    event.preventDefault();
    void close().finally(() => app.exit());
  };
  app.once('will-quit', atQuit);
  return () => {
    app.off('will-quit', atQuit);
    return close();
  };
}
