import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programRoot } from '#main/root.ts';

/** Queries are what every engine can answer: asynchronously. */
const AREAS = readdirSync(join(programRoot, 'db', 'queries'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

const files = AREAS.flatMap((area) =>
  readdirSync(join(programRoot, 'db', 'queries', area)).map((file) => [area, file] as const),
);

/** Makes the queries of a journal, which answer later like all others. */
const MAKERS = ['journalOf'];

/** What a file exports of functions that answer at once. */
async function answeringAtOnce(path: string): Promise<string[]> {
  const exported: Record<string, unknown> = await import(path);
  const functions = Object.entries(exported).filter(([, value]) => typeof value === 'function');
  return functions.filter(([, value]) => value?.constructor.name !== 'AsyncFunction').map(([name]) => name);
}

test.each(files)('every query of %s/%s is asynchronous', async (area, file) => {
  const atOnce = await answeringAtOnce(join(programRoot, 'db', 'queries', area, file));
  expect(atOnce.filter((name) => !MAKERS.includes(name))).toEqual([]);
});

test('a function that answers at once is found', async () => {
  expect(await answeringAtOnce(join(programRoot, 'db', 'mrn.ts'))).toEqual(['formatMrn']);
});
