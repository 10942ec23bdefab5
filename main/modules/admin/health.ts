import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Services } from '#main/services/index.ts';

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** How the program and its data stand. */
export async function healthOf({ db, ports }: Services) {
  const disk = await statfs(dirname(db.file)).catch(() => null);
  return {
    databaseBytes: await sizeOf(db.file),
    walBytes: await sizeOf(`${db.file}-wal`),
    freeBytes: disk && disk.bavail * disk.bsize,
    appVersion: ports.appVersion,
    keyInFile: ports.keyInFile,
    workstation: ports.workstation,
  };
}
