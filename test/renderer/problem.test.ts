import { ORPCError } from '@orpc/client';
import { describe, expect, it, vi } from 'vitest';
import { errorCodes } from '#contract/ground/errors.ts';
import { hasText } from '#renderer/app/i18n.ts';
import { problemOf } from '#renderer/app/problem.ts';

// The way to main needs a window; here only its error is of interest.
vi.mock('#renderer/transport.ts', () => ({ NotConnectedError: class NotConnectedError extends Error {} }));

const textOf = (code: string) => problemOf(new ORPCError(code, { data: { id: 'ABCD-EFGH' } })).text;

/** After these alone it is certain that nothing was saved. */
const NOTHING_SAVED = ['CONFLICT', 'DISK_FULL', 'INTERNAL', 'STORAGE'];

describe('what went wrong, in words', () => {
  it('has words of its own for every code', () => {
    const keyOf = (code: string) =>
      `errors.${code.toLowerCase().replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())}`;
    expect(errorCodes.filter((code) => !hasText(keyOf(code)))).toEqual([]);
  });

  it('says that nothing was saved only where that is certain', () => {
    const saying = errorCodes.filter((code) => /nothing was saved/i.test(textOf(code)));
    expect([...saying].sort()).toEqual(NOTHING_SAVED);
    expect(textOf('UNKNOWN_OUTCOME')).toMatch(
      /could not find out whether this was saved. Look before you do it again.$/,
    );
  });

  it('says so neither when the answer was lost on its way', () => {
    const text = 'The answer did not arrive. If you were saving, look whether it was saved before you do it again.';
    for (const lost of [new Error('the connection was closed'), new DOMException('aborted', 'AbortError')])
      expect(problemOf(lost)).toMatchObject({ code: 'UNKNOWN_OUTCOME', text });
  });
});
