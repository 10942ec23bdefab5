import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';
import { sourcesOf } from './support/imports.ts';

const SELF = 'test/pronouns.test.ts';
const texts = readdirSync(join(programRoot, 'assets/locales'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => `assets/locales/${name}`);

it('patients and staff are neither he nor she, in texts as in comments', () => {
  // He is a family name, too.
  const sources = ['main', 'db', 'preload', 'renderer', 'test'].flatMap(sourcesOf);
  const files = [...sources.filter((file) => !file.startsWith('db/demo/names/') && file !== SELF), ...texts];
  expect(files.length).toBeGreaterThan(400);
  const wrong = files.filter((file) =>
    /\b(?:he|him|his|himself|she|her|hers|herself)\b/i.test(readFileSync(join(programRoot, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});
