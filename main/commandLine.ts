import { LINK_SCHEME } from './links.ts';

/** What the program was started with. */
export interface CommandLine {
  /** The words after `--cli`: a management command instead of a window. */
  readonly command: readonly string[] | null;
  /** The data folder of `--data=…`, which goes before the stored one. */
  readonly data: string | null;
  /** An address the system handed over; not looked at yet. */
  readonly link: string | null;
  /** What Chromium takes for a switch but this list does not know; an installed program does not start with it. */
  readonly unknown: readonly string[];
}

/**
 * Every switch that an installed program starts with. Chromium knows hundreds more, in several spellings, and some hand
 * the program to whoever gives them: so what does not stand here, exactly so written, is refused.
 */
const SWITCHES = new Set([
  '--data',
  '--cli',
  // Electron's own folder for the app, one a data folder where several are used.
  '--user-data-dir',
  // Where the system lets nobody set up a sandbox: containers, root, and what the AppImage's own entry says.
  '--no-sandbox',
  // Screens and keychains that are not found by themselves.
  '--disable-gpu',
  '--force-device-scale-factor',
  '--ozone-platform',
  '--ozone-platform-hint',
  '--password-store',
  // The Windows installer, when it starts the program after an update.
  '--updated',
]);
/** What the Finder of older Macs adds. */
const OF_THE_FINDER = /^-psn_\d+_\d+$/;

/** Switches that open the program; Chromium itself is asked for them, too, since only it knows how it reads a word. */
export const DEBUGGING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'load-extension',
  'disable-web-security',
];

/** Reads the words after the program's own name (and, unpacked, its folder). */
export function readCommandLine(words: readonly string[], platform = process.platform): CommandLine {
  const at = words.indexOf('--cli');
  const ours = at < 0 ? words : words.slice(0, at);
  const data = ours.find((word) => word.startsWith('--data='))?.slice('--data='.length);
  return {
    command: at < 0 ? null : words.slice(at + 1),
    data: data || null,
    link: ours.find((word) => word.toLowerCase().startsWith(`${LINK_SCHEME}:`)) ?? null,
    unknown: unknownSwitches(ours, SWITCHES, platform),
  };
}

/** The words that Chromium takes for switches and that are none of `known`, which are names with their dashes. */
export function unknownSwitches(
  words: readonly string[],
  known: ReadonlySet<string>,
  platform = process.platform,
): string[] {
  return words.filter((word) => isSwitch(word, platform) && !known.has(nameOf(word)) && !isOfFinder(word, platform));
}

/** Chromium takes one dash for two, a slash on Windows, and blanks around for nothing. */
const isSwitch = (word: string, platform: string) =>
  (platform === 'win32' ? /^\s*[-/]./s : /^\s*-./s).test(word) && word !== '--';

const nameOf = (word: string) => word.split('=')[0] ?? '';
const isOfFinder = (word: string, platform: string) => platform === 'darwin' && OF_THE_FINDER.test(word);
