import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Services } from '#main/services/index.ts';

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** How the program and its data stand. */
export async function healthOf({ db, ports, settings, databaseCheck }: Services) {
  const disk = await statfs(dirname(db.file)).catch(() => null);
  return {
    databaseBytes: await sizeOf(db.file),
    walBytes: await sizeOf(`${db.file}-wal`),
    logBytes: (await ports.logs?.bytes().catch(() => null)) ?? null,
    freeBytes: disk && disk.bavail * disk.bsize,
    appVersion: ports.appVersion,
    keyInFile: ports.keyInFile,
    workstation: ports.workstation,
    lastCheck: settings.get('lastCheck'),
    check: databaseCheck.progress,
  };
}
