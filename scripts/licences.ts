import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BUNDLED_FOLDER } from './bundled.ts';

/** Writes the page with the licence of everything that is packed: what is bundled, and what lies beside the bundles. */

interface Manifest {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const PAGE = join('out', 'renderer', 'licences.html');
/** Needed to build the native add-ons from source, never packed. */
const BUILD_ONLY = new Set(['cross-env', 'node-addon-api']);

const own = readManifest('.');
const bundled = readdirSync(BUNDLED_FOLDER).flatMap(
  (name) => JSON.parse(readFileSync(join(BUNDLED_FOLDER, name), 'utf8')) as string[],
);
const beside = Object.keys(own.dependencies ?? {}).flatMap((name) => withDependencies(name, join('.', 'package.json')));
const sections = new Map([...bundled, ...beside].map((folder) => section(folder)));
const names = [...sections.keys()].sort((a, b) => a.localeCompare(b));
writeFileSync(PAGE, page(names.map((name) => sections.get(name)).join('\n')));
process.stdout.write(`Licences of ${names.length} packages: ${PAGE}\n`);

/** The folders of a package and of everything it loads, as far as it is installed for this machine. */
function withDependencies(name: string, from: string): string[] {
  const folder = findPackage(name, from);
  if (!folder) return [];
  const { dependencies, optionalDependencies } = readManifest(folder);
  const next = Object.keys({ ...dependencies, ...optionalDependencies }).filter((other) => !BUILD_ONLY.has(other));
  return [folder, ...next.flatMap((other) => withDependencies(other, join(folder, 'package.json')))];
}

function findPackage(name: string, from: string): string | null {
  const places = createRequire(join(process.cwd(), from)).resolve.paths(name) ?? [];
  const found = places.map((place) => join(place, name)).find((folder) => existsSync(join(folder, 'package.json')));
  return found ?? null;
}

function section(folder: string): [string, string] {
  const { name, version, license = 'see its text' } = readManifest(folder);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying|third-party)/i.test(file) && /(^[^.]+|\.(md|txt))$/i.test(file))
    .map((file) => `<pre>${escaped(readFileSync(join(folder, file), 'utf8').trim())}</pre>`);
  const title = `${name} ${version}`;
  return [
    title,
    `<details><summary>${escaped(title)} <em>${escaped(license)}</em></summary>${texts.join('\n')}</details>`,
  ];
}

function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<Manifest>;
  // Some packages have a second, nameless package.json beside their modules.
  return manifest.name ? (manifest as Manifest) : readManifest(dirname(folder));
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Licences</title>
<style>
:root { color-scheme: light dark }
body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem }
summary { cursor: pointer; padding: .2rem 0 } em { opacity: .7 }
pre { white-space: pre-wrap; font: 12px/1.5 ui-monospace, monospace; margin: 0 0 1rem 1rem }
</style>
<h1>Licences</h1>
<p>Clinic Desk ${escaped(own.version)} is under ${escaped(own.license ?? '')}. It runs on Electron and Chromium, whose licences lie in the
program’s folder (LICENSE.electron.txt, LICENSES.chromium.html), and holds these packages:</p>
${body}
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
