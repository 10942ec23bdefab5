import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';

/** From the ground up. */
const areas = ['ground', 'system', 'accounts', 'people', 'desk', 'care', 'money', 'stock', 'insight'];

/** The rooms that are laid out by area; in `db/schema` a foreign key may point to an area above. */
const rooms = ['preload/contract', 'main/modules', 'db/queries'];

const placeOf = (path: string) => {
  const room = [...rooms, 'db/schema'].find((one) => path.startsWith(`${one}/`));
  return room === undefined ? -1 : areas.indexOf(path.slice(room.length + 1).split(/[./]/)[0] ?? '');
};

const files = rooms
  .flatMap((room) =>
    readdirSync(join(programRoot, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
  )
  .map((file) => file.split(sep).join('/'))
  .filter((file) => file.endsWith('.ts') && placeOf(file) >= 0);

/** The files that a source imports, as paths from the top of the house. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(programRoot, file), 'utf8');
  return [...text.matchAll(/from '([#.][^']+)'/g)].map(([, name = '']) => {
    if (name.startsWith('#')) return name.slice(1).replace(/^contract\//, 'preload/contract/');
    return join(file, '..', name).split(sep).join('/');
  });
}

describe('the areas', () => {
  it('import only areas below them', () => {
    const upward = files.flatMap((file) =>
      importsOf(file).flatMap((target) => (placeOf(target) > placeOf(file) ? `${file} → ${target}` : [])),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(upward).toEqual([]);
  });
});
