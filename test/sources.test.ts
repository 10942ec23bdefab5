import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';

/** What keeps the tests themselves honest. */

const SELF = 'test/sources.test.ts';
const names = readdirSync(join(programRoot, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(ts|tsx|cjs)$/.test(name) && name !== SELF);
const files = [...names, 'vitest.config.ts'].map((name) => ({
  name,
  text: readFileSync(join(programRoot, name), 'utf8'),
}));

const having = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

/** `.catch(() => undefined)` and the like: whatever went wrong, nobody hears of it. */
const SWALLOWING_CALL = /\.catch\(\s*(?:async\s*)?\(?\w*\)?\s*=>\s*(?:undefined|null|void 0|\{\s*\})\s*,?\s*\)/;
/** `catch {}`, also with nothing but words in it. */
const EMPTY_CATCH = /\bcatch\s*(?:\(\w+\))?\s*\{(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\}/;
/** Anything but none at all. */
const SECOND_TRY = /\b(?:retry|retries)\s*:\s*[^\s0]/;

describe('the tests', () => {
  it('are looked through', () => expect(files.length).toBeGreaterThan(80));

  it('swallow no error: what is to be refused is expected to be', () => {
    expect(having(SWALLOWING_CALL)).toEqual([]);
    expect(having(EMPTY_CATCH)).toEqual([]);
  });

  it('are not tried a second time until they pass', () => {
    expect(having(SECOND_TRY)).toEqual([]);
  });

  it('draw lots anew in every run, and say how to repeat it', () => {
    const drawing = having(/\b(?:assert|sample|check)\b[^;]*from 'fast-check'/);
    expect(drawing.length).toBeGreaterThan(3);
    const repeatable = having(/from '#test\/support\/seed\.ts'|import '#test\/support\/seed\.ts'/);
    expect(drawing.filter((name) => !repeatable.includes(name))).toEqual([]);
    expect(having(/\bnumRuns\b[^}]*\bseed: \d/)).toEqual([]);
  });

  it.each([
    'await call().catch(() => undefined);',
    'await call().catch(() => {});',
    'await call().catch((error) => null);',
  ])('would not get away with %s', (line) => expect(line).toMatch(SWALLOWING_CALL));

  it.each(['catch {}', 'catch {\n  // whatever\n}', 'catch (error) { }'])('nor with %s', (line) =>
    expect(line).toMatch(EMPTY_CATCH),
  );
});
