import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '#main/adapters/clock.ts';
import { deviceFile } from '#main/adapters/deviceFile.ts';
import { argon2Hasher } from '#main/adapters/hasher.ts';
import { nodeImages } from '#main/adapters/images/node.ts';
import { logFolder, openLog } from '#main/adapters/log.ts';
import { programVersion } from '#main/adapters/version.ts';
import { type Backend, createBackend } from '#main/backend.ts';
import { type DataFolder, defaultDataFolder, openDataFolder } from '#main/dataFolder.ts';

export interface OpenBackend {
  readonly backend: Backend;
  readonly data: DataFolder;
  close(): Promise<void>;
}

/** The backend on a data folder, without a window: for the terminal and the browser host. */
export async function openBackend(folder = defaultDataFolder()): Promise<OpenBackend> {
  const path = resolve(folder);
  const data = await openDataFolder(path);
  const backend = await createBackend(data.db, {
    clock: systemClock,
    hasher: argon2Hasher,
    images: nodeImages,
    device: deviceFile(join(path, 'device.json')),
    dialogs: null,
    log: openLog(logFolder(path)),
    workstation: hostname(),
    appVersion: programVersion(),
    dataKey: data.key,
    keyInFile: data.keyInFile,
  });
  return {
    backend,
    data,
    async close() {
      await backend.close();
      data.unlock();
    },
  };
}
