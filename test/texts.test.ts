import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';

/** Every text of the program against everything its code asks for: none may lack, and none may lie about unused. */

const folder = join(programRoot, 'assets/locales/en');
const texts = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name.slice(0, -5),
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>,
  ]),
);

/** `patients.none.allTitle`, without the endings of plurals. */
const known = new Set(Object.entries(texts).flatMap(([name, tree]) => leaves(tree, name)));

function leaves(node: unknown, path: string): string[] {
  if (typeof node === 'string') return [path.replace(/_(zero|one|two|few|many|other)$/, '')];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const files = ['main', 'preload', 'renderer'].flatMap((room) =>
  readdirSync(join(programRoot, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: `${room}/${name}`, code: readFileSync(join(programRoot, room, name), 'utf8') })),
);

/** Strings as they stand in code; a part that is put in while the program runs stands as `*`. */
const quoted = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
const inSingleQuotes = /'((?:[^'\\\n]|\\.)*)'/g;
const stringsIn = (code: string) =>
  // A template may hold strings of its own, so those in single quotes are looked for once more.
  [...code.matchAll(quoted), ...code.matchAll(inSingleQuotes)].map(([, single, double, template]) =>
    (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}/g, '*').replace(':', '.'),
  );

const isKey = (text: string) => /^[\w*]+(\.[\w*-]+)*$/.test(text);
const toPattern = (text: string) => text.replace(/\./g, '\\.').replaceAll('*', '[\\w.$/-]+');

describe('the texts', () => {
  it('are all there that code asks for by their whole name', () => {
    const asked = files.flatMap(({ name, code }) => [
      ...[...code.matchAll(/(?:translate|say|reason|wrongField)\(\s*(?:'[^']*',\s*)?'(\w+\.[\w.]+)'/g)].map(
        ([, key = '']) => ({ name, key }),
      ),
      ...[...code.matchAll(/\bkey: '(\w+\.[\w.]+)'/g)].map(([, key = '']) => ({ name, key })),
      ...[...code.matchAll(/'(validation\.\w+)'/g)].map(([, key = '']) => ({ name, key })),
      ...[...code.matchAll(/\bt\(\s*'(\w+):([\w.]+)'/g)].map(([, space, key]) => ({ name, key: `${space}.${key}` })),
      ...[...code.matchAll(/i18n\.t\(\s*'([\w.]+)'/g)].map(([, key]) => ({ name, key: `common.${key}` })),
    ]);
    expect(asked.length).toBeGreaterThan(200);
    expect(asked.filter(({ key }) => !known.has(key)).map(({ name, key }) => `${name}: ${key}`)).toEqual([]);
  });

  it('are all there that a page asks for in the namespace it names', () => {
    const missing = files.flatMap(({ name, code }) => {
      const spaces = [...code.matchAll(/useTranslation\(([^)]*)\)/g)].map(
        ([, space = '']) => space.replace(/'/g, '') || 'common',
      );
      if (spaces.length === 0) return [];
      const asked = [...code.matchAll(/(?<!i18n\.)\bt\(\s*'([\w.]+)'/g)].map(([, key = '']) => key);
      return asked
        .filter((key) => !spaces.some((space) => known.has(`${space}.${key}`)))
        .map((key) => `${name}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('are there below every beginning of a name that a page puts together', () => {
    const missing = files.flatMap(({ name, code }) => {
      const spaces = [...code.matchAll(/useTranslation\(([^)]*)\)/g)].map(
        ([, space = '']) => space.replace(/'/g, '') || 'common',
      );
      const begun = [...code.matchAll(/\b(i18n\.)?t\(\s*`([\w:.]+)\$\{/g)].map(([, global, start = '']) => {
        if (start.includes(':')) return [start.replace(':', '.')];
        return (global ? ['common'] : spaces).map((space) => `${space}.${start}`);
      });
      const isThere = (start: string) => [...known].some((key) => key.startsWith(start));
      return begun.filter((starts) => !starts.some(isThere)).map(([start]) => `${name}: ${start}`);
    });
    expect(missing).toEqual([]);
  });

  it('are all used by something', () => {
    const strings = new Set(files.flatMap(({ code }) => stringsIn(code)).filter(isKey));
    const exact = new Set([...strings].filter((text) => !text.includes('*')));
    const patterns = [...strings].filter((text) => text.includes('*') && /[a-zA-Z]{3}/.test(text));
    const [whole] = [new RegExp(`^(?:${patterns.map(toPattern).join('|')})$`)];
    const isUsed = (key: string) => {
      const inside = key.slice(key.indexOf('.') + 1);
      return [key, inside].some((name) => exact.has(name) || whole.test(name));
    };
    expect([...known].filter((key) => !isUsed(key))).toEqual([]);
  });
});
