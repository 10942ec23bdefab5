import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { programRoot } from '#main/root.ts';

export interface Import {
  file: string;
  target: string;
}

/** Every source file of a room, as its path from the program's folder. */
export const sourcesOf = (room: string): string[] => filesIn(join(programRoot, room)).map(pathFromRoot);

/** Every import of these rooms' files, subpaths resolved to places in the house; type imports count too. */
export const importsOf = (...rooms: string[]): Import[] => rooms.flatMap(sourcesOf).flatMap(importsIn);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const pathFromRoot = (path: string) => relative(programRoot, path).split(sep).join('/');

function importsIn(file: string): Import[] {
  const text = readFileSync(join(programRoot, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, name = '']) => ({ file, target: resolve(file, name) }));
}

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
