import { describe, expect, it } from 'vitest';
import { unknownOptions } from '#main/cli/program.ts';
import { readCommandLine } from '#main/commandLine.ts';

const unknown = (words: string[], platform: NodeJS.Platform = 'linux') => readCommandLine(words, platform).unknown;

describe('an installed program', () => {
  it('knows its own switches and what the system gives', () => {
    const words = ['--no-sandbox', '--user-data-dir=/x', '--data=/srv/a b', '--ozone-platform-hint=auto', '--updated'];
    expect(unknown([...words, 'clinic-desk://patients', '-', '--'])).toEqual([]);
    expect(unknown(['-psn_0_12345'], 'darwin')).toEqual([]);
  });

  it.each([
    '--remote-debugging-port=9222',
    '-remote-debugging-port=9222',
    ' --remote-debugging-port=9222',
    '\t-remote-debugging-pipe',
    '--Remote-Debugging-Port=9222',
    '--inspect',
    '--js-flags=--x',
    '--renderer-cmd-prefix=/bin/sh',
    '--no-such-switch',
    '-data=/x',
    '--DATA=/x',
    '-psn_0_12345',
  ])('does not start with %j', (word) => expect(unknown(['--data=/srv', word])).toEqual([word]));

  it.each(['/remote-debugging-port=9222', '-REMOTE-debugging-port=9222', ' /Inspect', '/no-sandbox'])(
    'does not start with %j on Windows',
    (word) => expect(unknown([word], 'win32')).toEqual([word]),
  );

  it('takes a path for no switch where it is none', () => expect(unknown(['/home/ada/letter.txt'])).toEqual([]));

  it('lets a command be told what one of them knows, and nothing besides', () => {
    expect(unknown(['--no-sandbox', '--cli', 'check', '-remote-debugging-port=0'])).toEqual([]);
    expect(unknownOptions(['maintenance', 'on', '--message', 'Moving house', '--data=/x', '--json', '-h'])).toEqual([]);
    expect(unknownOptions(['check', '--data', '-remote-debugging-port=0', ' --inspect'])).toEqual([
      '-remote-debugging-port=0',
      ' --inspect',
    ]);
  });
});
