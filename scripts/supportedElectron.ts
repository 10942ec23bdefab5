import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fails when the Electron of package.json gets no security fixes any more: its makers look after the newest three majors, one
 * of which comes out every eight weeks. Which is the newest the registry says; where it cannot be reached, the calendar does.
 */

const MAJORS = 3;
const WEEK_MS = 7 * 24 * 3_600_000;
const WEEKS_A_MAJOR = 8;
/** When a major came out; to be changed together with package.json. */
const CAME_OUT = { major: 45, at: Date.UTC(2026, 9, 21) };

/** Why a major is not to be shipped, or null. `newest` is null where nobody can be asked. */
export function whyUnsupported(major: number, newest: number | null, now: number): string | null {
  if (newest !== null && newest - major >= MAJORS)
    return `Electron ${major} is out of support: ${newest} is the newest.`;
  if (newest !== null) return null;
  if (major !== CAME_OUT.major) return `scripts/supportedElectron.ts does not know when Electron ${major} came out.`;
  if (now - CAME_OUT.at < MAJORS * WEEKS_A_MAJOR * WEEK_MS) return null;
  return `Electron ${major} came out more than ${MAJORS * WEEKS_A_MAJOR} weeks ago and is out of support by now.`;
}

/** The newest major by the registry, or null. */
function newestMajor(): number | null {
  const options = { encoding: 'utf8', timeout: 30_000, shell: process.platform === 'win32' } as const;
  const { stdout } = spawnSync('npm', ['view', 'electron', 'dist-tags.latest', '--fetch-retries=0'], options);
  return majorOf(stdout ?? '');
}

const majorOf = (version: string) => Number(/^\s*(\d+)\./.exec(version)?.[1]) || null;

function shippedMajor(): number {
  const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  return majorOf(devDependencies.electron) ?? 0;
}

if (import.meta.main) {
  const [major, newest] = [shippedMajor(), newestMajor()];
  const reason = whyUnsupported(major, newest, Date.now());
  const basis = newest === null ? 'by the calendar' : `the newest is ${newest}`;
  process.stdout.write(`${reason ?? `Electron ${major} is supported (${basis}).`}\n`);
  process.exitCode = reason ? 1 : 0;
}
