import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from './electron.ts';
import { compareStarts } from './startTime.ts';

const MEGABYTE = 1024 ** 2;
const LIMITS = { deb: 130, ours: 30, start: 1.1 };
const UNPACKED = join('dist', 'linux-unpacked');

/** Prints what the .deb weighs, what of it is ours, and how fast the packed program starts; true when all is within limits. */
export async function printBudget(): Promise<boolean> {
  const deb = readdirSync('dist').find((name) => name.endsWith('.deb'));
  if (!deb)
    throw new Error('There is no .deb in dist: the budget is measured on one (npm run dist -- --deb --report).');
  const total = statSync(join('dist', deb)).size / MEGABYTE;
  const ours = compressedSize(join(UNPACKED, 'resources'), deb) / MEGABYTE;
  const lines = [
    line('deb', `${total.toFixed(1)} MB`, `${LIMITS.deb} MB`, total <= LIMITS.deb),
    line('  of which ours', `${ours.toFixed(1)} MB`, `${LIMITS.ours} MB`, ours <= LIMITS.ours),
    `  of which Electron's  ${(total - ours).toFixed(1)} MB`,
    ...(await startLines()),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return lines.every((text) => !text.endsWith('TOO MUCH'));
}

const line = (what: string, value: string, limit: string, fits: boolean) =>
  `${what.padEnd(22)} ${value}, limit ${limit}: ${fits ? 'fits' : 'TOO MUCH'}`;

/** What a folder adds to the package, compressed as the package is. */
function compressedSize(folder: string, deb: string): number {
  const members = spawnSync('ar', ['t', join('dist', deb)], { encoding: 'utf8' }).stdout;
  const compression = /data\.tar\.(\w+)/.exec(members)?.[1] === 'gz' ? '--gzip' : '--xz';
  return spawnSync('tar', ['-c', compression, '-C', folder, '.'], { maxBuffer: 512 * MEGABYTE }).stdout.length;
}

async function startLines(): Promise<string[]> {
  const electron = findElectron();
  if (!electron || !process.env.DISPLAY)
    return ['start                  not measured: there is no Electron or no display'];
  const packed = [join(UNPACKED, 'clinic-desk')];
  const { first, second, ratio } = await compareStarts([electron.executable, '.'], packed);
  const value = `${Math.round(second)} ms = ${ratio.toFixed(2)} ×`;
  return [
    `start, unpacked        ${Math.round(first)} ms`,
    line('start, packed', value, `${LIMITS.start} ×`, ratio <= LIMITS.start),
  ];
}

if (import.meta.main) process.exitCode = (await printBudget()) ? 0 : 1;
