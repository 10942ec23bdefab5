import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const home = dirname(require.resolve('electron/package.json'));

export interface Electron {
  executable: string;
  version: string;
}

/**
 * The Electron to run: the one `ELECTRON_OVERRIDE_DIST_PATH` names, else the one of package.json, downloaded at first use.
 * Null when its binary cannot be had on this machine.
 */
export function findElectron(): Electron | null {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = override ?? join(home, 'dist');
  if (!override && !existsSync(join(folder, 'version')) && !download()) return null;
  const executable = join(folder, executableName());
  if (!existsSync(executable)) return null;
  return { executable, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') };
}

function download(): boolean {
  return spawnSync(process.execPath, [join(home, 'install.js')], { stdio: 'ignore' }).status === 0;
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** Chromium's own sandbox cannot be set up by root, as in containers. */
export const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
