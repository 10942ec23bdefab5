import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from '#scripts/electron.ts';
import { checkBadFolders } from './badFolders.ts';
import { command, Desktop, openScreen, type Screen } from './desktop.ts';
import { checkNoNetwork } from './network.ts';
import { buildPackage, install, installedVersion, isInstalled, OUTPUT, PREVIOUS, PROGRAM, remove } from './packages.ts';
import { check, heading, isClean } from './report.ts';
import { has, run } from './shell.ts';
import { checkFuses, checkNoWayIn, checkSwitches, checkTampering } from './tampering.ts';
import { addPatient, firstRun, signIn } from './work.ts';

/**
 * Installs the package of this checkout over the one before it and works with it, as a clinic would; leaves the computer as
 * it was. `--short` works by the command line only, with one start of the window.
 */

const short = process.argv.includes('--short');
const reason = whyNot();
if (reason) {
  process.stderr.write(`${'!'.repeat(20)} ${reason}: THE INSTALLED PROGRAM IS NOT TESTED ${'!'.repeat(20)}\n`);
  process.exit(process.env.CLINIC_E2E === 'all' ? 1 : 0);
}

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
const started = Date.now();
const home = mkdtempSync(join(tmpdir(), 'clinic-installed-'));
const data = join(home, '.local', 'share', 'clinic-desk');
const screen = await openScreen();
try {
  await everything(screen);
} finally {
  screen.close();
  if (isInstalled()) remove();
  rmSync(home, { recursive: true, force: true });
}
heading(
  `${isClean() ? 'Everything is as promised' : 'NOT EVERYTHING IS AS PROMISED'}, after ${Math.round((Date.now() - started) / 1000)} s. Pictures: ${join(OUTPUT, 'screens')}`,
);
process.exitCode = isClean() ? 0 : 1;

async function everything(on: Screen): Promise<void> {
  heading('Building two packages');
  const [previous, current] = [buildPackage('previous', PREVIOUS), buildPackage('current')];

  heading(`Installing ${PREVIOUS}`);
  install(previous);
  check('it is installed', [installedVersion(), existsSync(PROGRAM)], [PREVIOUS, true]);
  check('the system opens clinic-desk:// links with it', /x-scheme-handler\/clinic-desk/.test(desktopEntry()));

  heading('Working with it');
  if (short) workByCommand();
  else await workByKeys(on);
  const before = counts();
  check('the data is in order', [before.ok, before.patients, before.users], [true, 1, 1]);

  heading('Upgrading with the data in place');
  install(current);
  check('the new version is there', [installedVersion() !== PREVIOUS, versionOfProgram()], [true, installedVersion()]);
  check('everything is still there', { ...counts(), auditRows: 0 }, { ...before, auditRows: 0 });
  await startAgain(on);

  heading('What it refuses');
  await checkFuses();
  checkNoWayIn(home);
  checkSwitches(on);
  await checkNoNetwork(on, home);
  checkTampering();
  if (!short) await checkBadFolders(on, home);

  heading('Removing it');
  const kept = fingerprint();
  remove();
  check('the program is gone', [isInstalled(), existsSync(PROGRAM)], [false, false]);
  check('the data is kept, byte for byte', fingerprint() === kept);
}

/** Without a window: the same data a person would make. */
function workByCommand(): void {
  const word = 'violet-harbour-lantern-42\n';
  const superuser = [
    'createsuperuser',
    '--username',
    'ada',
    '--family-name',
    'Moreau',
    '--password-stdin',
    '--data',
    data,
  ];
  check('createsuperuser', command(superuser, { HOME: home }, word).status, 0);
  check('demo', command(['demo', '--patients', '1', '--data', data], { HOME: home }).status, 0);
}

async function workByKeys(on: Screen): Promise<void> {
  const desktop = new Desktop(on, home);
  await firstRun(desktop);
  await addPatient(desktop);
  check('it quits', await desktop.quit(), 0);
}

async function startAgain(on: Screen): Promise<void> {
  const desktop = new Desktop(on, home, short ? [`--data=${data}`] : []);
  await desktop.window();
  await desktop.look('after-upgrade');
  if (!short) await signIn(desktop);
  const second = new Desktop(on, home, [...(short ? [`--data=${data}`] : []), 'clinic-desk://patients']);
  check('a second start hands its link over and leaves', await second.ended(), 0);
  if (!short) await desktop.look('patients-after-upgrade');
  check('a command works where there is a screen too', command(['--help'], { DISPLAY: on.display }).status, 0);
  const open = run('find', [data, join(home, '.config', 'Clinic Desk', 'device.json'), '-perm', '/077']).stdout;
  check('no other account may look into the data', open, '');
  const beside = command(['check', '--data', data], { HOME: home });
  check('a command meanwhile is refused in words', [beside.status, /already open/.test(beside.stderr)], [1, true]);
  check('it quits', await desktop.quit(), 0);
}

function counts(): Record<string, unknown> {
  const { stdout, stderr } = command(['check', '--json', '--data', data], { HOME: home });
  return stdout ? (JSON.parse(stdout) as Record<string, unknown>) : { stderr };
}

function versionOfProgram(): string {
  const { stdout } = command(['report', '--json', '--data', data], { HOME: home });
  return (JSON.parse(stdout) as { versions: Record<string, string> }).versions['clinic-desk'] ?? '';
}

function desktopEntry(): string {
  return readFileSync('/usr/share/applications/clinic-desk.desktop', 'utf8');
}

function fingerprint(): string {
  const bytes = readFileSync(join(data, 'clinic.db'));
  return createHash('sha256').update(bytes).digest('hex');
}

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'This is not Linux';
  if (process.getuid?.() !== 0) return 'Only root can install packages';
  const missing = missingTools();
  if (missing.length > 0) return `There is no ${missing.join(', ')}`;
  if (!findElectron()) return 'Electron cannot be had here';
  return existsSync('/opt/Clinic Desk') ? 'Clinic Desk is installed here already' : null;
}

/** A screen, a keyboard for it and a camera; brought by the system's packages where that is possible. */
function missingTools(): string[] {
  const missing = () => ['dpkg', 'Xvfb', 'xdotool', 'import', 'strace'].filter((program) => !has(program));
  if (missing().length > 0 && has('apt-get')) {
    run('apt-get', ['-qq', 'update']);
    run('apt-get', ['-qq', '-y', 'install', 'xvfb', 'xdotool', 'imagemagick', 'strace']);
  }
  return missing();
}
