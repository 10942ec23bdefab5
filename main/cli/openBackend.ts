import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '#main/adapters/clock.ts';
import { deviceFile } from '#main/adapters/deviceFile.ts';
import { forgivingDevice } from '#main/adapters/forgivingDevice.ts';
import { argon2Hasher } from '#main/adapters/hasher.ts';
import { closeLog, logFolder, openLog } from '#main/adapters/log.ts';
import { logFiles } from '#main/adapters/logFiles.ts';
import { programVersion } from '#main/adapters/version.ts';
import { type Backend, createBackend } from '#main/backend.ts';
import { type DataFolder, lockDataFolder, openDataFolder } from '#main/folders/dataFolder.ts';
import { refuseLost } from '#main/folders/lost.ts';
import { refuseMoved } from '#main/folders/moved.ts';
import { explainOpening } from '#main/folders/opening.ts';
import { databaseFile } from '#main/folders/places.ts';
import { openingSignals } from '#main/services/receivers.ts';
import { migrationSignals } from '#main/services/signals.ts';
import { translate } from '#main/texts.ts';
import { CommandError } from './run.ts';
import { terminal } from './terminal.ts';

export interface OpenBackend {
  readonly backend: Backend;
  readonly data: DataFolder;
  close(): Promise<void>;
}

/**
 * The backend on a data folder, without a window: for the terminal and the browser host. A folder that cannot be opened is
 * a {@link CommandError} in words.
 */
export async function openBackend(folder = terminal().folder): Promise<OpenBackend> {
  const path = resolve(folder);
  const { signals, logTo } = openingSignals();
  const data = await openDataFolder(path, terminal().keychain, migrationSignals(signals)).catch((error: unknown) => {
    throw inWords(error, path);
  });
  const log = openLog(logFolder(path));
  logTo(log);
  const ports = {
    clock: systemClock,
    hasher: argon2Hasher,
    images: terminal().images,
    device: forgivingDevice(deviceFile(join(path, 'device.json'))),
    dialogs: null,
    log,
    logs: logFiles(logFolder(path)),
    workstation: hostname(),
    appVersion: programVersion(),
    dataKey: data.key,
    keyInFile: data.keyInFile,
  };
  const backend = await createBackend(data.db, ports, signals);
  return {
    backend,
    data,
    async close() {
      await backend.close();
      await closeLog(log);
      data.unlock();
    },
  };
}

/** Opens the backend for one piece of work and closes it, whatever comes of it. */
export async function withBackend<T>(folder: string | undefined, work: (backend: Backend) => Promise<T>): Promise<T> {
  const { backend, close } = await openBackend(folder);
  try {
    return await work(backend);
  } finally {
    await close();
  }
}

/** Locks a data folder and gives its key to `look`, for what is to be seen without opening the database for writing. */
export async function withKey<T>(folder: string, look: (key: Buffer) => T): Promise<T> {
  try {
    const { key, unlock } = await lockDataFolder(folder, terminal().keychain);
    try {
      return look(key);
    } finally {
      unlock();
    }
  } catch (error) {
    throw inWords(error, folder);
  }
}

/** Why a data folder cannot be opened, as a command tells it. */
const inWords = (error: unknown, folder: string) => new CommandError(explainOpening(error, folder).sentence);

/** The path of a data folder that must be there already: looking at one or changing it never makes one. */
export function existingFolder(folder = terminal().folder): string {
  const path = resolve(folder);
  try {
    refuseMoved(path);
    refuseLost(path);
  } catch (error) {
    throw inWords(error, path);
  }
  if (!existsSync(databaseFile(path))) throw new CommandError(translate('cli.error.noData', { folder: path }));
  return path;
}
