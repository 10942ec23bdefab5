import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entities, type Kind } from '#contract/entities.ts';
import { programRoot } from '#main/root.ts';
import { hasText } from '#renderer/app/i18n.ts';

const features = join(programRoot, 'renderer/features');
const kinds = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .flatMap((name) => [...readFileSync(join(features, name), 'utf8').matchAll(/<ShortListPage kind="(\w+)"/g)])
  .map(([, kind]) => kind as Kind);

const states = ['all', 'found', 'active', 'archived'].flatMap((why) => [`${why}Title`, `${why}Text`]);
const words = [...states, 'add', 'showAll', 'showArchived'];

it('says of every short list why it is empty and what to do', () => {
  expect(kinds.length).toBeGreaterThan(1);
  const asked = kinds.flatMap((kind) => words.map((word) => `${entities[kind].plural}.none.${word}`));
  expect(asked.filter((key) => !hasText(key))).toEqual([]);
});
