import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { must, run } from './shell.ts';

/** Where the packages under test are built. */
export const OUTPUT = resolve('test-results', 'installed');
/** Where the package puts the program. */
export const HOME_OF_APP = '/opt/Clinic Desk';
export const PROGRAM = '/usr/bin/clinic-desk';
export const PREVIOUS = '0.0.9';

/** Builds a .deb of this checkout, as `version` if one is named; answers its path. */
export function buildPackage(name: string, version?: string): string {
  const folder = join(OUTPUT, name);
  const extra = version ? [`-c.extraMetadata.version=${version}`] : [];
  // What is only installed once needs no small package.
  process.env.FPM_COMPRESSION ??= 'none';
  must('npm', 'run', '-s', 'dist', '--', '--deb', `-c.directories.output=${folder}`, ...extra);
  const deb = readdirSync(folder).find((file) => file.endsWith('.deb'));
  if (!deb) throw new Error(`There is no .deb in ${folder}`);
  return join(folder, deb);
}

/** Installs a package, with what it depends on where that is missing. */
export function install(deb: string): void {
  if (run('dpkg', ['-i', deb]).status === 0) return;
  must('apt-get', '-y', '-qq', '--fix-broken', 'install');
}

export const installedVersion = () => /^Version: (.*)$/m.exec(run('dpkg', ['-s', 'clinic-desk']).stdout)?.[1] ?? '';

/** Removes the package; the data is nobody's business here. */
export function remove(): void {
  must('dpkg', '-r', 'clinic-desk');
}

export const isInstalled = () => existsSync(join(HOME_OF_APP, 'clinic-desk'));
