import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { printBudget } from './budget.ts';
import { findElectron } from './electron.ts';

/**
 * Builds installers for the machine it runs on, into `dist/`. `--deb`, `--rpm`, `--appimage`, `--nsis`, `--dmg`, `--zip`, `--dir`
 * choose some of them; `--report` prints the budget and fails when it is exceeded; everything else goes to electron-builder.
 */

const TARGETS: Record<string, string> = {
  '--deb': 'deb',
  '--rpm': 'rpm',
  '--appimage': 'AppImage',
  '--nsis': 'nsis',
  '--dmg': 'dmg',
  '--zip': 'zip',
  '--dir': 'dir',
};
const PLATFORM = { linux: '--linux', win32: '--win', darwin: '--mac' }[process.platform as 'linux'];

const words = process.argv.slice(2);
const targets = words.flatMap((word) => TARGETS[word] ?? []);
const rest = words.filter((word) => !(word in TARGETS) && word !== '--report');

run('npm', ['run', '-s', 'build']);
const builder = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js');
run(process.execPath, [builder, PLATFORM, ...targets, '--publish', 'never', ...localElectron(), ...rest]);
if (words.includes('--report')) process.exitCode = (await printBudget()) ? 0 : 1;

/** Where the tests' Electron stands in for the one of package.json, it is what gets packed too. */
function localElectron(): string[] {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const version = folder ? findElectron()?.version : undefined;
  if (!folder || !version || rest.some((word) => word.startsWith('-c.electronDist'))) return [];
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0) process.exit(status ?? 1);
}
