import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { command, FLAGS, type Screen } from './desktop.ts';
import { HOME_OF_APP, PROGRAM } from './packages.ts';
import { check } from './report.ts';
import { run } from './shell.ts';

/** E10 of the security requirements, by the names the tool for it uses. */
const FUSES: Partial<Record<keyof typeof FuseV1Options, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};

/** The fuses as they stand in the installed executable. */
export async function checkFuses(): Promise<void> {
  const wire = (await getCurrentFuseWire(join(HOME_OF_APP, 'clinic-desk'))) as Record<number, FuseState>;
  for (const [name, on] of Object.entries(FUSES)) {
    const state = wire[FuseV1Options[name as keyof typeof FuseV1Options]];
    check(`fuse ${name} is ${on ? 'on' : 'off'}`, state, on ? FuseState.ENABLE : FuseState.DISABLE);
  }
}

/** Ways to make Electron run somebody else's code: none of them does. */
export function checkNoWayIn(folder: string): void {
  const trace = join(folder, 'ran');
  const script = join(folder, 'script.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
  run(PROGRAM, [script, '--no-sandbox', '--cli', '--help'], { env: { ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' } });
  check('ELECTRON_RUN_AS_NODE runs no script', existsSync(trace), false);
  command(['--help'], { NODE_OPTIONS: `--require ${script}` });
  check('NODE_OPTIONS loads no script', existsSync(trace), false);
}

/** Every spelling that Chromium takes for a switch: on a screen, since without one no port would be opened anyhow. */
export function checkSwitches(screen: Screen): void {
  const switches = [
    ...['--inspect=0', '--inspect-brk=0', '--remote-debugging-port=0', '--remote-debugging-pipe'],
    ...['-remote-debugging-port=0', ' --remote-debugging-port=0', '--Remote-Debugging-Port=0', '-inspect=0'],
    ...['--renderer-cmd-prefix=/bin/true', '--js-flags=--expose-gc', '-data=/tmp', '--no-such-switch'],
  ];
  for (const word of switches) checkRefused(screen, word);
  checkRefused(screen, '--cli', 'check', '--data', '-remote-debugging-port=0');
}

function checkRefused({ display }: Screen, ...words: string[]): void {
  const { status, stderr } = run(PROGRAM, [...FLAGS, '--disable-gpu', ...words], { env: { DISPLAY: display } });
  const isOpen = /DevTools|Debugger listening/.test(stderr);
  check(`“${words.join(' ')}” is refused`, [status, isOpen], [2, false]);
}

/** One changed byte in anything that runs, and nothing runs. */
export function checkTampering(): void {
  const resources = join(HOME_OF_APP, 'resources');
  const unpacked = join(resources, 'app.asar.unpacked');
  const native = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(node|so[\d.]*)$/.test(path),
  );
  check('native files found', native.length >= 4);
  for (const path of [join(resources, 'app.asar'), ...native.map((name) => join(unpacked, name))]) {
    const name = path.slice(resources.length + 1);
    const { status, stderr } = withFlippedByte(path, () => command(['--help']));
    check(`a flipped byte in ${name} is noticed`, [status, stderr.includes(name)], [3, true]);
  }
  check('and with every byte in its place it runs again', command(['--help']).status, 0);
}

function withFlippedByte<T>(path: string, look: () => T): T {
  const good = `${path}.good`;
  copyFileSync(path, good);
  try {
    const file = openSync(path, 'r+');
    const at = Math.floor(statSync(path).size * 0.9);
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, at);
    byte.writeUInt8(byte.readUInt8() ^ 0xff);
    writeSync(file, byte, 0, 1, at);
    closeSync(file);
    return look();
  } finally {
    renameSync(good, path);
  }
}
