import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { programRoot } from '#main/root.ts';

export interface Import {
  file: string;
  target: string;
}

/** Stands for what only a running program knows: an import of such a place cannot be judged, and none is allowed. */
export const COMPUTED = '(computed)';

/** Every source file of a room, as its path from the program's folder. */
export const sourcesOf = (room: string): string[] =>
  filesOf(room).filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.endsWith('.d.ts'));

/** Every file of a room, whatever it is. */
export const filesOf = (room: string): string[] =>
  readdirSync(join(programRoot, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(programRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/** Every import of these rooms' files, subpaths resolved to places in the house; type imports count too. */
export const importsOf = (...rooms: string[]): Import[] =>
  rooms.flatMap(sourcesOf).flatMap((file) => importsIn(file, readFileSync(join(programRoot, file), 'utf8')));

/** What a file with this text imports, at once or later, and what it hands on. */
export function importsIn(file: string, text: string): Import[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
  const names = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => literal(text.slice(start, end))),
    // Types may be imported where they are named; the parser leaves that to its tree.
    ...[...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)\./g)].map(([, name = '']) => name),
  ];
  return [...new Set(names)].map((name) => ({ file, target: name === COMPUTED ? name : resolve(file, name) }));
}

const literal = (text: string): string => /^(['"`])([^$]*)\1$/.exec(text)?.[2] ?? COMPUTED;

/** `#contract/x.ts` → `preload/contract/x.ts`; a relative path → its place in the house; a package as it is. */
function resolve(file: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1).replace(/^contract\//, 'preload/contract/');
  return name.startsWith('.') ? join(file, '..', name).split(sep).join('/') : name;
}

/** Groups of files that import each other in a circle, each group sorted. */
export function circles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports) targets.set(file, [...(targets.get(file) ?? []), target]);
  const reached = new Map([...targets.keys()].map((file) => [file, reachableFrom(file, targets)]));
  const found = new Map<string, string[]>();
  for (const [file, all] of reached) {
    if (!all.has(file)) continue;
    const group = [...all].filter((other) => reached.get(other)?.has(file)).sort();
    found.set(group.join(), group);
  }
  return [...found.values()];
}

function reachableFrom(file: string, targets: ReadonlyMap<string, string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [...(targets.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(targets.get(next) ?? []));
  }
  return reached;
}
