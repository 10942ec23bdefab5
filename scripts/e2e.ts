import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { buildIfStale } from './build.ts';
import { findElectron } from './electron.ts';

/** Drives the built app end to end, in real Electron and in a browser; brings what it needs where that is possible. */

const require = createRequire(import.meta.url);
const everything = process.env.CLINIC_E2E === 'all';

buildIfStale();
const electron = findElectron();
const browser = findChromium();
const hosts = [...(electron ? ['electron'] : []), ...(browser ? ['browser'] : [])];

if (electron) process.stdout.write(`End to end in Electron ${electron.version}\n`);
else missing('Electron');
if (browser) process.stdout.write(`End to end in Chromium: ${browser}\n`);
else missing('Chromium');

const playwright = [
  join(dirname(require.resolve('playwright/package.json')), 'cli.js'),
  'test',
  '-c',
  'test/e2e/playwright.config.ts',
  ...process.argv.slice(2),
];
const [command, ...args] = [...displayPrefix(), process.execPath, ...playwright];
const result = spawnSync(command ?? process.execPath, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    CLINIC_E2E_HOSTS: hosts.join(','),
    CLINIC_CHROMIUM: browser ?? '',
  },
});
process.exit(result.status ?? 1);

function missing(what: string): void {
  const line = `${'!'.repeat(20)} ${what} cannot be had on this machine: ITS END-TO-END TESTS ARE SKIPPED ${'!'.repeat(20)}\n`;
  process.stderr.write(line);
  if (everything) process.exit(1);
}

/** Playwright's own Chromium, the system's, or, for root on Debian, its package. */
function findChromium(): string | null {
  const places = [
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const known = () => places.find((place) => existsSync(place)) ?? null;
  return known() ?? (install('chromium') ? known() : null);
}

/** A virtual display where there is none. */
function displayPrefix(): string[] {
  if (process.platform !== 'linux' || process.env.DISPLAY) return [];
  if (!existsSync('/usr/bin/xvfb-run')) install('xvfb', 'xauth');
  return existsSync('/usr/bin/xvfb-run') ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'] : [];
}

function install(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  return apt('install', '-y', ...packages).status === 0;
}
