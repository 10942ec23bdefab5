import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';

/** What people read is written one way wherever it stands. */

const folder = join(programRoot, 'assets/locales/en');
const lines = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .map((line) => `${name}: ${line.trim()}`),
);
/** What stands behind the key. */
const textOf = (line: string) => line.split('": ').slice(1).join('": ');
const withText = (pattern: RegExp) => lines.filter((line) => pattern.test(textOf(line)));

describe('the texts', () => {
  it('have one apostrophe, the curved one', () => {
    expect(withText(/[’]/).length).toBeGreaterThan(10);
    expect(withText(/'/)).toEqual([]);
  });

  it('name the same kinds of picture wherever they name any', () => {
    const named = withText(/JPEG/).map((line) => /JPEG, [\w, ]+ or \w+/.exec(line)?.[0]);
    expect(named.length).toBeGreaterThan(2);
    expect(new Set(named)).toEqual(new Set(['JPEG, PNG, WebP, AVIF, GIF or TIFF']));
  });

  it('call a right a right, and one’s password of now the current one', () => {
    expect(withText(/permission|present password/i)).toEqual([]);
  });
});
