import { LINK_SCHEME } from './links.ts';

/** What the program was started with. */
export interface CommandLine {
  /** The words after `--cli`: a management command instead of a window. */
  readonly command: readonly string[] | null;
  /** The data folder of `--data=…`, which goes before the stored one. */
  readonly data: string | null;
  /** An address the system handed over; not looked at yet. */
  readonly link: string | null;
  /** Switches that would open the program to whoever gives them. */
  readonly debugging: readonly string[];
}

const DEBUGGING = /^--(remote-debugging-\w+|inspect(-\w+)*|js-flags|disable-web-security|load-extension)(=|$)/;

/** Reads the words after the program's own name (and, unpacked, its folder). */
export function readCommandLine(words: readonly string[]): CommandLine {
  const at = words.indexOf('--cli');
  const ours = at < 0 ? words : words.slice(0, at);
  const data = ours.find((word) => word.startsWith('--data='))?.slice('--data='.length);
  return {
    command: at < 0 ? null : words.slice(at + 1),
    data: data || null,
    link: ours.find((word) => word.toLowerCase().startsWith(`${LINK_SCHEME}:`)) ?? null,
    debugging: words.filter((word) => DEBUGGING.test(word)),
  };
}
