import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own folder: where package.json stands, whether main runs from its sources, built, or packed. */
export const programRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json of Clinic Desk is missing');
  return findRoot(parent);
}

export const migrationsFolder = join(programRoot, 'db', 'sqlite', 'migrations');
export const rendererFolder = join(programRoot, 'out', 'renderer');

/** The file of another entry of main, such as a worker: the source beside this one, or its built form. */
export function siblingEntry(name: string): string {
  const isSource = import.meta.url.endsWith('.ts');
  return isSource ? join(programRoot, 'main', `${name}.ts`) : join(programRoot, 'out', 'main', `${name}.js`);
}
